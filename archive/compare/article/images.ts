import type { FigureBlock } from '../../model/article.ts'
import type { VerdictLine } from '../../model/comparison.ts'
import { normaliseText } from '../../model/normalise.ts'
import type { Pictures } from '../../model/normalised-article.ts'
import { comparableUrl } from '../../model/url.ts'
import { quoted, sayChange } from '../verdict/say.ts'
import { line } from './line.ts'
import { matchByKey } from './pairs.ts'
import { shownRange, type Zone } from './zones.ts'

interface Figure {
  readonly zone: Zone
  readonly block: FigureBlock
  readonly sha256: string | null
}

function figuresOf(zones: readonly Zone[], pictures: Pictures): Figure[] {
  return zones.flatMap(zone =>
    zone.block.kind === 'figure'
      ? [{ zone, block: zone.block, sha256: (zone.block.src && pictures[zone.block.src]) || null }]
      : [],
  )
}

function addressOf({ block }: Figure): string | null {
  return block.src === null ? null : comparableUrl(block.src)
}

function captionOf({ block }: Figure): string {
  return normaliseText(block.caption.text)
}

/** What a line calls a picture: its caption, else its alternative text, else its address. */
function nameOf({ block }: Figure): string {
  return quoted(block.caption.text || block.alt || block.src || block.media)
}

/**
 * Pictures and other media, by the SHA-256 of their bytes where both sides know it, else by address; then the
 * captions and credits of those that stayed.
 */
export function imageLines(
  from: { readonly zones: readonly Zone[]; readonly pictures: Pictures },
  to: { readonly zones: readonly Zone[]; readonly pictures: Pictures },
): VerdictLine[] {
  const byBytes = matchByKey(
    figuresOf(from.zones, from.pictures),
    figuresOf(to.zones, to.pictures),
    figure => figure.sha256,
  )
  const byAddress = matchByKey(byBytes.gone, byBytes.came, addressOf)
  const otherBytes = byAddress.both.filter(([old, now]) => old.sha256 !== null && now.sha256 !== null)
  const byCaption = matchByKey(byAddress.gone, byAddress.came, figure => captionOf(figure) || null)
  const drawn = matchByKey(byCaption.gone, byCaption.came, ({ block }) =>
    block.src === null ? block.alt : null,
  )
  const stayed = [...byBytes.both, ...byAddress.both, ...drawn.both]
  return [
    ...otherBytes.map(pair =>
      replacedLine(pair, 'image-bytes', 'shows something else under the same address'),
    ),
    ...byCaption.both.map(pair =>
      replacedLine(pair, 'image', 'was replaced by another under the same caption'),
    ),
    ...drawn.gone.map(goneLine),
    ...drawn.came.map(cameLine),
    ...stayed.flatMap(captionLines),
  ]
}

function replacedLine([old, now]: readonly [Figure, Figure], rule: string, how: string): VerdictLine {
  return line('image', rule, `The picture ${nameOf(now)} ${how}.`, {
    from: shownRange(old.zone),
    to: shownRange(now.zone),
    before: old.block.src,
    after: now.block.src,
  })
}

function goneLine(figure: Figure): VerdictLine {
  const sides = { from: shownRange(figure.zone), before: figure.block.src }
  return line('image', 'image', `A picture was removed: ${nameOf(figure)}.`, sides)
}

function cameLine(figure: Figure): VerdictLine {
  const sides = { to: shownRange(figure.zone), after: figure.block.src }
  return line('image', 'image', `A picture was added: ${nameOf(figure)}.`, sides)
}

function captionLines([old, now]: readonly [Figure, Figure]): VerdictLine[] {
  const sides = { from: shownRange(old.zone), to: shownRange(now.zone) }
  const differ = (noun: string, before: string, after: string) =>
    normaliseText(before) === normaliseText(after)
      ? []
      : [
          line('caption', noun, sayChange(noun, before || null, after || null), {
            ...sides,
            before: before || null,
            after: after || null,
          }),
        ]
  return [
    ...differ('caption', old.block.caption.text, now.block.caption.text),
    ...differ('credit', old.block.credit ?? '', now.block.credit ?? ''),
  ]
}
