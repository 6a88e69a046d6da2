import type { Range } from '../../model/comparison.ts'
import { COUNTED_THINGS, type CountedThingName, type FigurePair } from '../../model/two-sources.ts'
import { createSimilarity, featuresOf, type Similarity } from '../align/features.ts'
import { ItemFinder, type PlacedItem } from '../history/items.ts'
import { placeIn, type TextOfSource, type TwoTexts } from './texts.ts'
import { COUNTED_WORDS } from './words/counted.ts'

/**
 * What speaks for two figures being about the same thing. Chosen on reports whose figures are known
 * (tests/compare/sources): each alone is too little, two of them together are enough.
 */
const SIGNS = Object.freeze({
  /** Both count what `COUNTED_WORDS` names, the same or not the same. */
  sameThing: 2,
  otherThing: -2,
  /** The same word stands right behind both; or some telling word beside both. */
  sameNoun: 1.5,
  wordBeside: 0.75,
  /** Times the similarity of the two sentences, 0 to 1. */
  sentence: 4,
  /** The numbers are within a quarter of each other; or one is several times the other. */
  near: 1,
  far: -3,
  enough: 3,
})

/** A noun that more figures of a text than this count tells them not apart. */
const COMMON_FROM = 2

/** Figures of one text that are looked at: each is set beside each of the other's. */
const MOST_FIGURES = 300

const NEAR = 1.25
const FAR = 4
/** Below this, two numbers are near each other by chance. */
const SMALL = 10

/** Characters around a figure in which what it counts is looked for, inside its sentence. */
const REACH = 60

interface Figure {
  readonly item: PlacedItem
  readonly thing: CountedThingName | null
  /** Its number, without scale and unit; null where it is in words. */
  readonly number: number | null
  /** Currency, scale and unit: figures of another unit are no rivals. */
  readonly unit: string
  /** First word of some length behind it. */
  readonly noun: string | null
  /** So many figures of its text count it ("people") that it tells none apart. */
  readonly isCommonNoun: boolean
}

export interface ComparedFigures {
  readonly differ: readonly FigurePair[]
  readonly agree: readonly FigurePair[]
}

/** Figures that both texts give for one thing: those that differ, and those that agree. */
export function comparedFigures({ from, to, vocabulary }: TwoTexts): ComparedFigures {
  const [olds, news] = [figuresOf(from), figuresOf(to)]
  const likeness = likenessOf(createSimilarity(featuresOf(from.side, to.side, vocabulary)), to)
  const candidates = olds
    .flatMap((old, a) => {
      return news.map((now, b) => {
        const score = canCompare(old, now) ? scoreOf(old, now) : 0
        // The sentences are only looked at where that can still decide.
        const sentences = score + SIGNS.sentence >= SIGNS.enough && score > 0
        const more = sentences ? likeness(old.item.sentence, now.item.sentence) * SIGNS.sentence : 0
        return { a, b, old, now, score: score + more }
      })
    })
    .filter(({ score }) => score >= SIGNS.enough)
    .toSorted((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
  const taken = { from: new Set<number>(), to: new Set<number>() }
  const pairs = candidates.flatMap(({ a, b, old, now }) => {
    if (taken.from.has(a) || taken.to.has(b)) return []
    taken.from.add(a)
    taken.to.add(b)
    const agrees = old.item.value === now.item.value
    return [{ agrees, pair: { from: shown(old, from), to: shown(now, to), about: aboutOf(old, now) } }]
  })
  const inOrder = (agreeing: boolean) =>
    pairs
      .filter(({ agrees }) => agrees === agreeing)
      .map(({ pair }) => pair)
      .toSorted((x, y) => x.from.range[0] - y.from.range[0])
  return { differ: inOrder(false), agree: inOrder(true) }
}

/** Similarity of two sentences, each pair measured once. */
function likenessOf(similarity: Similarity, { sentences }: TextOfSource) {
  const known = new Map<number, number>()
  return (old: number, now: number): number => {
    const key = old * sentences.length + now
    const found = known.get(key) ?? similarity.of(old, now)
    known.set(key, found)
    return found
  }
}

function shown({ item }: Figure, source: TextOfSource): FigurePair['from'] {
  const sentence = placeIn(source, source.sentences[item.sentence]!)
  return { range: item.range, text: item.text, sentence }
}

function figuresOf({ text, sentences }: TextOfSource): Figure[] {
  const items = new ItemFinder()
    .find(text, sentences)
    .filter(({ kind }) => kind === 'figure')
    .slice(0, MOST_FIGURES)
  const nouns = Map.groupBy(items, nounOf)
  return items.map(item => {
    const noun = nounOf(item)
    const digits = /\d+(?:\.\d+)?/.exec(item.value)?.[0]
    return {
      item,
      thing: thingOf(text, item.range, sentences[item.sentence]!),
      number: digits === undefined ? null : Number(digits),
      unit: item.value.replace(/[\d.,]+/g, digits === undefined ? '$&' : ''),
      noun,
      isCommonNoun: noun !== null && (nouns.get(noun)?.length ?? 0) > COMMON_FROM,
    }
  })
}

const nounOf = ({ beside }: PlacedItem): string | null => beside.behind.find(isTelling) ?? null

/** "of" and "the" tell nothing; where no spaces stand between words, one run of letters is several of them. */
function isTelling(word: string): boolean {
  return word.length > 3 || /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Arabic}]/u.test(word)
}

/** A number in words and one in digits may be the same: nothing is said of those. */
function canCompare(old: Figure, now: Figure): boolean {
  if ((old.number === null) !== (now.number === null)) return false
  return old.number === null || old.unit === now.unit
}

function scoreOf(old: Figure, now: Figure): number {
  let score = 0
  if (old.thing && now.thing) score += old.thing === now.thing ? SIGNS.sameThing : SIGNS.otherThing
  const isCommon = old.isCommonNoun || now.isCommonNoun
  if (old.noun && now.noun && areOneWord(old.noun, now.noun)) {
    score += isCommon ? SIGNS.wordBeside : SIGNS.sameNoun
  } else if (besideBoth(old, now) !== null) score += SIGNS.wordBeside
  if (old.item.value === now.item.value) score += SIGNS.near
  else if (old.number !== null && now.number !== null) {
    const [low, high] = [Math.min(old.number, now.number), Math.max(old.number, now.number)]
    if (low >= SMALL && high <= low * NEAR) score += SIGNS.near
    else if (high > low * FAR) score += SIGNS.far
  }
  return score
}

/** Singular and plural, or another ending, are one word. */
function areOneWord(a: string, b: string): boolean {
  if (a === b) return true
  const stem = Math.max(4, Math.ceil(Math.min(a.length, b.length) * 0.75))
  return a.length >= stem && b.length >= stem && a.slice(0, stem) === b.slice(0, stem)
}

function besideBoth(old: Figure, now: Figure): string | null {
  const words = ({ item }: Figure) => [...item.beside.behind, ...item.beside.before].filter(isTelling)
  return words(now).find(word => words(old).some(other => areOneWord(word, other))) ?? null
}

function aboutOf(old: Figure, now: Figure): string {
  if (old.thing && old.thing === now.thing) return old.thing
  if (old.noun && now.noun && areOneWord(old.noun, now.noun)) return now.noun
  return besideBoth(old, now) ?? now.noun ?? ''
}

const LETTER = '[\\p{L}\\p{M}\\p{N}]'
const UNSPACED = ['zh', 'ja', 'ko', 'hi']

/** Per thing: a pattern for scripts with spaces between words, and one for those without, or with endings. */
const THINGS = COUNTED_THINGS.map(name => {
  const words = Object.entries(COUNTED_WORDS[name])
  const spaced = words.flatMap(([language, list]) => (UNSPACED.includes(language) ? [] : list))
  const other = words.flatMap(([language, list]) => (UNSPACED.includes(language) ? list : []))
  // Arabic writes "and", "in" and the article on the word.
  const before = `(?<!${LETTER})(?:(?:و|ف|ب|ل)?(?:ال)?(?=\\p{Script=Arabic}))?`
  return {
    name,
    pattern: new RegExp(`${before}(?:${spaced.join('|')})(?!${LETTER})|${other.join('|')}`, 'iu'),
  }
})

/** What a figure counts: the named thing whose word stands nearest to it in its sentence. */
function thingOf(text: string, [start, end]: Range, sentence: Range): CountedThingName | null {
  const before = text.slice(Math.max(sentence[0], start - REACH), start)
  const behind = text.slice(end, Math.min(sentence[1], end + REACH))
  const window = `${before}#${behind}`
  const found = THINGS.flatMap(({ name, pattern }) => {
    const matches = [...window.matchAll(new RegExp(pattern, 'giu'))]
    const distances = matches.map(match => {
      const until = match.index + match[0].length
      return match.index > before.length ? match.index - before.length : Math.max(0, before.length - until)
    })
    return distances.length > 0 ? [{ name, distance: Math.min(...distances) }] : []
  })
  return found.toSorted((a, b) => a.distance - b.distance)[0]?.name ?? null
}
