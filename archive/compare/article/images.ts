import type { FigureBlock } from '../../model/article.ts'
import type { VerdictLine } from '../../model/comparison.ts'
import { normaliseText } from '../../model/normalise.ts'
import type { Pictures } from '../../model/normalised-article.ts'
import { comparableUrl } from '../../model/url.ts'
import type { PictureRelation } from '../pictures/relation.ts'
import { quoted, sayChange } from '../verdict/say.ts'
import { line } from './line.ts'
import { type Matched, matchByKey } from './pairs.ts'
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

/** What two pictures have to do with each other by what they show, by their SHA-256; null where nobody looked. */
export type LookedAt = (from: string, to: string) => PictureRelation | null

/** Rule of the line that says that a picture is another file and shows the same. */
export const STORED_ANEW = 'image-stored-anew'

/**
 * Pictures and other media, by the SHA-256 of their bytes where both sides know it, else by address; then the
 * captions and credits of those that stayed.
 */
export function imageLines(
  from: { readonly zones: readonly Zone[]; readonly pictures: Pictures },
  to: { readonly zones: readonly Zone[]; readonly pictures: Pictures },
  lookedAt: LookedAt = () => null,
): VerdictLine[] {
  const relation = (old: Figure, now: Figure) =>
    old.sha256 === null || now.sha256 === null ? null : lookedAt(old.sha256, now.sha256)
  const byBytes = matchByKey(
    figuresOf(from.zones, from.pictures),
    figuresOf(to.zones, to.pictures),
    figure => figure.sha256,
  )
  const byAddress = matchByKey(byBytes.gone, byBytes.came, addressOf)
  const otherBytes = byAddress.both.filter(([old, now]) => old.sha256 !== null && now.sha256 !== null)
  // What is drawn in the page itself has no address: the same words on both sides, it is the same.
  const inPage = matchByKey(byAddress.gone, byAddress.came, figure =>
    figure.block.src === null ? `${figure.block.alt}\n${captionOf(figure)}` : null,
  )
  const byCaption = matchByKey(inPage.gone, inPage.came, figure => captionOf(figure) || null)
  const drawn = matchByKey(byCaption.gone, byCaption.came, ({ block }) =>
    block.src === null ? block.alt : null,
  )
  const byLook = matchByLook(drawn.gone, drawn.came, relation)
  const stayed = [...byBytes.both, ...byAddress.both, ...inPage.both, ...drawn.both, ...byLook.both]
  const told = (pair: Pair, rule: string, otherwise: string) =>
    changedLine(pair, relation(...pair), rule, otherwise)
  return [
    ...otherBytes.map(pair => told(pair, 'image-bytes', 'shows something else under the same address')),
    ...byCaption.both.map(pair => told(pair, 'image', 'was replaced by another under the same caption')),
    ...byLook.both.map(pair => told(pair, 'image', 'was replaced')),
    ...byLook.gone.map(goneLine),
    ...byLook.came.map(cameLine),
    ...stayed.flatMap(captionLines),
  ]
}

type Pair = readonly [old: Figure, now: Figure]

/** Pairs what is left over by what it shows: the same picture first, then one that was altered, then a part of it. */
function matchByLook(
  olds: readonly Figure[],
  news: readonly Figure[],
  relation: (old: Figure, now: Figure) => PictureRelation | null,
): Matched<Figure> {
  const both: Pair[] = []
  const [gone, came] = [new Set(olds), new Set(news)]
  for (const wanted of [['same'], ['altered'], ['crop', 'wider']]) {
    for (const old of gone) {
      const now = [...came].find(other => wanted.includes(relation(old, other) ?? ''))
      if (!now) continue
      both.push([old, now])
      gone.delete(old)
      came.delete(now)
    }
  }
  return { both, gone: [...gone], came: [...came] }
}

/** What became of a picture whose bytes are others now. */
function changedLine(
  pair: Pair,
  relation: PictureRelation | null,
  rule: string,
  otherwise: string,
): VerdictLine {
  switch (relation) {
    case 'same':
      return { ...replacedLine(pair, STORED_ANEW, 'is another file that shows the same'), kind: 'noise' }
    case 'altered':
      return replacedLine(pair, 'image-altered', 'was altered: a part of it, or its colours, look different')
    case 'crop':
      return replacedLine(pair, 'image-cropped', 'was cropped: the newer one shows a part of the older')
    case 'wider':
      return replacedLine(pair, 'image-cropped', 'shows more than before: the older one was a part of it')
    default:
      return replacedLine(pair, rule, otherwise)
  }
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
