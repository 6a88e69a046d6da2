import type { SourcesComparison } from '../../contract/two-sources.ts'
import { passage } from './passage.ts'
import { count } from './units.ts'

/** Lines of each list that are printed; `--json` has them all. */
const LISTED = 6
/** What two sources on one story share and where they differ; `names` is what each is called. */
export function sourcesInWords(
  sources: SourcesComparison,
  names: { readonly from: string; readonly to: string },
): string {
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [
      'Figures that differ',
      sources.figures.map(
        ({ about, from, to }) => `${about}: A ${from.text}, B ${to.text}` + both(from.sentence, to.sentence),
      ),
    ],
    [
      'Quotations',
      sources.quotations.map(
        ({ relation, otherSpeaker, from, to }) =>
          RELATION[relation] +
          (otherSpeaker
            ? `, said by ${from.speaker} in A and ${to.speaker} in B`
            : from.speaker
              ? ` (${from.speaker})`
              : '') +
          (relation === 'same' ? `: ${cut(from)}` : both(from, to)),
      ),
    ],
    [
      'Shared passages',
      sources.passages.map(
        ({ words, share, quoted, from, to }) =>
          `${count(words, 'word')}, ${share === 1 ? 'word for word' : 'nearly word for word'}${quoted ? ', a quotation' : ''}` +
          (share === 1 ? `: ${cut(from)}` : both(from, to)),
      ),
    ],
    ['Figures on which both agree', sources.agreed.map(({ about, from }) => `${about}: ${from.text}`)],
    ...(['from', 'to'] as const).map(
      (side, at) =>
        [
          `Only in ${at === 0 ? 'A' : 'B'}`,
          [
            ...namesLine(sources.only[side].names.map(({ text }) => text)),
            ...sources.only[side].passages.map(place => `${count(place.words, 'word')}: ${cut(place)}`),
          ],
        ] as const,
    ),
  ]
  return [
    `Two sources\nA ${names.from}\nB ${names.to}\n${sharedLine(sources)}`,
    ...sections.flatMap(([title, lines]) => (lines.length === 0 ? [] : [section(title, lines)])),
  ].join('\n\n')
}

interface Place {
  readonly text: string
}

const cut = ({ text }: Place): string => `“${passage(text, 200)}”`
const both = (from: Place, to: Place): string => `\n    A ${cut(from)}\n    B ${cut(to)}`

const RELATION: Readonly<Record<SourcesComparison['quotations'][number]['relation'], string>> = {
  same: 'the same words',
  part: 'one gives less of it',
  'other-words': 'other words',
}

function sharedLine({ passages, words, share }: SourcesComparison): string {
  const lengths = `A has ${count(words.from, 'word')}, B ${count(words.to, 'word')}`
  if (passages.length === 0) return `${lengths}; they share no passage.`
  const shared = `${count(passages.length, 'shared passage')}: ${percent(share.from)} of A, ${percent(share.to)} of B`
  return `${lengths}; ${shared}.`
}

function section(title: string, lines: readonly string[]): string {
  const rest = lines.length - LISTED
  return [
    title,
    ...lines.slice(0, LISTED).map(line => `- ${line}`),
    ...(rest > 0 ? [`  and ${rest} more (--json has them all)`] : []),
  ].join('\n')
}

function namesLine(names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`names: ${names.join(', ')}`]
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
