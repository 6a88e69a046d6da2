import type { TFunction } from 'i18next'
import { changeOfLine } from './changes.ts'
import type { ComparisonView, Stop } from './view.ts'

/** What a stop is about, for those who hear it: the kinds the verdict has for it, or the words. */
export function sayWhat(
  stop: Stop,
  { pair, changes }: ComparisonView,
  t: TFunction<'compare'>,
  word: TFunction<'words'>,
): string {
  if (stop.kind === 'head') return t(`field.${stop.field}`)
  const { change } = stop
  const lines = pair.comparison.verdict.filter(line => changeOfLine(line, changes)?.id === change.id)
  const kinds = [...new Set(lines.map(({ kind }) => word(`verdict.${kind}`)))]
  const words = change.to
    ? pair.to.text.slice(...change.to)
    : change.from && pair.from.text.slice(...change.from)
  return [kinds.join(', '), words].filter(Boolean).join(': ')
}
