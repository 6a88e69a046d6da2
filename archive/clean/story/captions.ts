import type { FigureBlock } from '../../model/article.ts'
import { withCaption } from '../blocks/captions.ts'
import { bare } from '../text-of.ts'
import { drop, type Entry } from './entry.ts'

interface FigureEntry extends Entry {
  block: FigureBlock
}

const isFigure = (entry: Entry): entry is FigureEntry => entry.block.kind === 'figure'
const isLoose = (figure: FigureBlock): boolean => figure.media === 'image' && figure.src === null

/** Gives words that stand beside a picture, outside its element, to the picture. */
function join(picture: FigureEntry, words: FigureEntry): void {
  if (bare(picture.block.caption.text) !== bare(words.block.caption.text)) {
    picture.block = withCaption(picture.block, words.block)
  }
  words.inStory = false
}

function dropRepeats(entries: readonly Entry[]): void {
  const seen = new Set<string>()
  for (const entry of entries) {
    if (!entry.inStory || !isFigure(entry) || entry.block.src === null) continue
    const key = `${entry.block.src} ${entry.block.caption.text}`
    if (seen.has(key)) drop(entry, 'picture-again')
    seen.add(key)
  }
}

/** Joins loose captions to the picture before them, else to the one after; drops pictures shown twice. */
export function joinCaptions(entries: readonly Entry[]): void {
  const story = entries.filter(entry => entry.inStory)
  story.forEach((entry, i) => {
    if (!isFigure(entry) || !isLoose(entry.block)) return
    let back = i - 1
    while (back >= 0 && !story[back]!.inStory) back--
    const before = story[back]
    const after = story[i + 1]
    if (before && isFigure(before) && before.block.src !== null) join(before, entry)
    else if (after && isFigure(after) && after.block.src !== null && after.block.caption.text === '')
      join(after, entry)
  })
  dropRepeats(entries)
}
