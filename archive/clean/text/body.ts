import type { Block } from '../../model/article.ts'
import { postIndexIn } from '../../model/post-token.ts'
import type { Post } from '../../model/post.ts'
import { countWords } from '../words.ts'
import { couldBeSubhead } from './shape.ts'
import { SPEECH } from './speech-words.ts'
import type { Unit } from './unit.ts'

const LEAST_WORDS_UNDER_SUBHEAD = 12
const MAX_QUOTE_WORDS = 120
const SUBHEAD_LEVEL = 2

function isPlain(unit: Unit | undefined): boolean {
  return unit?.block.kind === 'paragraph' && postIndexIn(unit.text) === null
}

function introduces(text: string): boolean {
  return /[:：]$/u.test(text) && SPEECH.test(text.slice(-320))
}

/** Words somebody else said, alone on a line after a colon; or a clause that carries the sentence before it on. */
function isQuoted(units: readonly Unit[], at: number): boolean {
  const [before, unit] = [units[at - 1], units[at]]
  if (!before || !unit || !isPlain(before) || !isPlain(unit) || /[:：]$/u.test(unit.text)) return false
  if (countWords(unit.text) > MAX_QUOTE_WORDS) return false
  return introduces(before.text) || (/[:：]$/u.test(before.text) && /^\p{Ll}/u.test(unit.text))
}

function isSubhead(units: readonly Unit[], at: number): boolean {
  const [before, unit, after] = [units[at - 1], units[at], units[at + 1]]
  if (!unit || !after || !isPlain(unit) || !couldBeSubhead(unit.text)) return false
  if (before && /[:：,]$/u.test(before.text)) return false
  return (
    after.block.kind === 'list' || (isPlain(after) && countWords(after.text) >= LEAST_WORDS_UNDER_SUBHEAD)
  )
}

function postBlock(unit: Unit, posts: readonly Post[]): readonly Block[] | null {
  const index = unit.block.kind === 'paragraph' ? postIndexIn(unit.text) : null
  if (index === null) return null
  const post = posts[index]
  return post ? [{ kind: 'post', post: post.key }] : []
}

/** The blocks of a file that marks up itself what is a heading and what a quote. */
export function putPostsBack(units: readonly Unit[], posts: readonly Post[]): readonly Block[] {
  return units.flatMap(unit => postBlock(unit, posts) ?? [unit.block])
}

/** The story's blocks: posts put back, short lines between paragraphs as sub-headlines, quoted words as quotes. */
export function buildBody(units: readonly Unit[], posts: readonly Post[]): readonly Block[] {
  return units.flatMap((unit, at): readonly Block[] => {
    const post = postBlock(unit, posts)
    if (post) return post
    if (unit.block.kind !== 'paragraph') return [unit.block]
    const { text, spans } = unit.block
    if (isQuoted(units, at)) return [{ kind: 'quote', paragraphs: [{ text, spans }], cite: null }]
    if (isSubhead(units, at)) return [{ kind: 'heading', level: SUBHEAD_LEVEL, text, spans }]
    return [unit.block]
  })
}
