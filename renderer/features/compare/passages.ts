import type { InlineBlock } from './inline.ts'
import type { Row } from './rows.ts'
import { isMovedAway } from './changes.ts'
import type { Segment } from './segments.ts'

/** What is copied of a comparison, in words already chosen. */
export interface Passages {
  /** Both sides: headline, version, time, address. */
  readonly sides: readonly string[]
  readonly counts: string
  readonly verdict: readonly string[]
  readonly rows: readonly Row[]
  readonly inline: readonly (readonly InlineBlock[])[]
  readonly words: { readonly verdict: string; readonly text: string; readonly moved: string }
}

export interface Copied {
  readonly text: string
  readonly html: string
}

/**
 * Verdict and changed passages, to paste elsewhere. In plain text dropped words stand as `[-…-]`, new ones as
 * `{+…+}` (as `wdiff` writes them), and moved sentences as `<moved: …>`.
 */
export function copiedOf(passages: Passages): Copied {
  const { sides, counts, verdict, words, rows, inline } = passages
  const changed = rows.filter(row => row.changed).flatMap(row => inline[row.id]!)
  const text = [
    ...sides,
    '',
    counts,
    '',
    `${words.verdict}:`,
    ...verdict.map(line => `• ${line}`),
    ...(changed.length > 0 ? ['', `${words.text}:`] : []),
    ...changed.flatMap(({ segments }) => [
      '',
      segments
        .map(each => plain(each, words.moved))
        .join('')
        .trimEnd(),
    ]),
  ]
  const html = [
    ...sides.map(side => `<p>${escaped(side)}</p>`),
    `<p>${escaped(counts)}</p>`,
    `<h3>${escaped(words.verdict)}</h3>`,
    `<ul>${verdict.map(line => `<li>${escaped(line)}</li>`).join('')}</ul>`,
    ...(changed.length > 0 ? [`<h3>${escaped(words.text)}</h3>`] : []),
    ...changed.map(({ segments }) => `<p>${segments.map(each => rich(each, words.moved)).join('')}</p>`),
  ]
  return { text: text.join('\n'), html: html.join('\n') }
}

const isMoved = ({ op }: Segment): boolean => op === 'moved' || op === 'moved-edited'

function plain(segment: Segment, moved: string): string {
  const words = segment.pieces
    .map(({ text, mark }) => (mark === 'same' ? text : mark === 'deleted' ? `[-${text}-]` : `{+${text}+}`))
    .join('')
  if (!isMoved(segment)) return words + segment.tail
  return `${isMovedAway(segment) ? `[-${moved}: ${words}-]` : `<${moved}: ${words}>`}${segment.tail}`
}

function rich(segment: Segment, moved: string): string {
  const words = segment.pieces
    .map(({ text, mark }) => {
      if (mark === 'same') return escaped(text)
      return mark === 'deleted' ? `<del>${escaped(text)}</del>` : `<ins>${escaped(text)}</ins>`
    })
    .join('')
  if (!isMoved(segment)) return words + segment.tail
  const name = isMovedAway(segment) ? 'del' : 'u'
  return `<${name}>${words}</${name}> (${escaped(moved)})${segment.tail}`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
