import { useTranslation } from 'react-i18next'
import type { Pair } from '../../../archive/contract/source.ts'
import { useFormat } from '../../i18n/format.ts'
import { countsInWords } from './counts.ts'
import { type Copied, copiedOf } from './passages.ts'
import { aboutWords, useSourceNames } from './sources/names.ts'
import type { ComparisonView } from './view.ts'

/** Makes what is copied, in the shown language. */
export function usePassages(view: ComparisonView): () => Copied {
  const { t, i18n } = useTranslation('compare')
  const { t: word } = useTranslation('words')
  const format = useFormat()
  const { comparison, from, to } = view.pair
  const names = useSourceNames(view.pair)
  const sideLine = ({ snapshot }: Pair['from'], name: string) =>
    `${name}: ${snapshot.title ?? word('untitled')} · ${word('version', { version: snapshot.version })} · ` +
    `${snapshot.capturedAt} · ${snapshot.url} · sha256 ${snapshot.contentHash}`
  const line = ({ kind, summary, before, after }: (typeof comparison.verdict)[number]) =>
    i18n.language === 'en'
      ? summary
      : `${word(`verdict.${kind}`)}: ${before === null && after === null ? summary : `${before ?? '–'} → ${after ?? '–'}`}`
  const { sources } = comparison
  const both = (a: string, b: string) => `${names.from}: ${a}; ${names.to}: ${b}`
  if (sources) {
    return () =>
      copiedOf({
        sides: [sideLine(from, t('sources.first')), sideLine(to, t('sources.second'))],
        counts: t('twoSources'),
        verdict: [
          ...sources.figures.map(
            figure => `${aboutWords(figure.about, t)} – ${both(figure.from.text, figure.to.text)}`,
          ),
          ...sources.quotations
            .filter(({ relation }) => relation !== 'same')
            .map(pair => `${t(`sources.relation.${pair.relation}`)} – ${both(pair.from.text, pair.to.text)}`),
          ...sources.passages.map(passage => `${t('sources.passages')} – ${passage.from.text}`),
        ],
        rows: [],
        inline: [],
        words: { verdict: t('sources.title'), text: t('text'), moved: t('legendMoved') },
      })
  }
  return () =>
    copiedOf({
      sides: [sideLine(from, t('before')), sideLine(to, t('after'))],
      counts: countsInWords(comparison, t, format),
      verdict: comparison.verdict.filter(({ kind }) => kind !== 'noise').map(line),
      rows: view.rows,
      inline: view.inline,
      words: { verdict: t('verdict'), text: t('text'), moved: t('legendMoved') },
    })
}
