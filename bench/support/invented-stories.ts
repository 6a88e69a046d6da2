import type { Article, Block } from '../../archive/model/article.ts'
import type { Platform, Post } from '../../archive/model/post.ts'

/** Numbers that look random and are the same in every run (the mulberry32 generator). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const PLACES = ['Sandholm', 'Varby', 'Eskelund', 'Norrvik', 'Tarnes', 'Holmsund', 'Brekke', 'Ostra Quay', 'Lindal', 'Myrvoll', 'Fjordby', 'Kalven'] // prettier-ignore
const BODIES = ['council', 'harbour board', 'school board', 'county', 'ferry company', 'hospital', 'power company', 'court', 'fire service', 'parish', 'university', 'farmers’ union'] // prettier-ignore
const DEEDS = ['delays', 'approves', 'drops', 'defends', 'halves', 'doubles', 'reopens', 'sells', 'audits', 'rejects', 'rebuilds', 'renames'] // prettier-ignore
const THINGS = ['sea wall plan', 'late ferry', 'wind farm', 'library extension', 'night bus', 'waste levy', 'bridge toll', 'fish quota', 'school meals', 'market hall', 'ring road', 'tide gauge'] // prettier-ignore
const NAMES = ['Runa Holm', 'Eskil Brandt', 'Ingrid Varlo', 'Tomas Rye', 'Maja Lund', 'Olav Sten', 'Petra Dahl', 'Noor Aziz', 'Iben Krog', 'Sami Aalto'] // prettier-ignore
const OUTLETS = ['Quay Post', 'Island Courier', 'The Sound', 'Norrvik Daily', 'County Ledger', 'Tidewater', 'Lantern Weekly', 'The Gazetteer', 'Harbour Mail', 'Fjord Times', 'Northern Wire', 'Bridge Record', 'Morning Beacon', 'Capital Notes', 'Coast Report', 'Field & Fell'] // prettier-ignore
const PLATFORMS: readonly Platform[] = ['x', 'mastodon', 'bluesky', 'instagram', 'facebook', 'youtube']

type Random = () => number
const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]!
const number = (random: Random, most: number): number => 1 + Math.floor(random() * most)

interface Facts {
  readonly place: string
  readonly body: string
  readonly thing: string
  readonly deed: string
  readonly chair: string
  readonly writer: string
  readonly outlet: string
  readonly millions: number
  readonly people: number
  readonly year: number
  readonly post: Post | null
}

/** A story of one source and how it goes on: each edition differs from the one before it in a way of its own. */
export interface InventedStory {
  readonly url: string
  /** Editions from 0 on. */
  edition(n: number): Article
}

function postOf(random: Random, n: number, place: string): Post | null {
  if (random() > 0.3) return null
  const platform = pick(random, PLATFORMS)
  const author = pick(random, NAMES)
  const handle = author.toLowerCase().replaceAll(/[^a-z]/g, '')
  const postId = String(1_900_000_000_000 + n)
  const day = `2026-${String(number(random, 9)).padStart(2, '0')}-${String(number(random, 28)).padStart(2, '0')}`
  return {
    key: `${platform}:${postId}`,
    platform,
    postId,
    url: `https://${platform}.example/${handle}/${postId}`,
    author,
    handle,
    postedAt: day,
    postedAtFrom: 'page',
    text: `Stood on the quay in ${place} this morning. ${number(random, 400)} people came, and nobody had an answer.`,
    media: [],
    form: 'blockquote',
    state: random() < 0.1 ? 'deleted' : 'live',
    blockIndex: 3,
  }
}

/** Paragraphs of an edition; a later edition is an earlier one with one more thing done to it. */
function paragraphsOf(facts: Facts, n: number): string[] {
  const { place, body, thing, chair, millions, people, year } = facts
  const cost = millions + Math.floor((n + 3) / 4)
  const paragraphs = [
    `The ${body} in ${place} met behind closed doors on Tuesday to settle what becomes of the ${thing}, after ${people} people had signed a letter against it.`,
    `The plan is to cost ${cost} million crowns, of which the county pays a third. Nobody at the meeting could say where the rest is to come from.`,
    `“We would rather be late than wrong,” said ${chair}, who has chaired the ${body} since ${year}.`,
    `It is the second time in two years that the ${thing} comes before the ${body}. The first attempt ended without a vote.`,
  ]
  if (n % 4 >= 1) paragraphs.splice(3, 0, `A spokesman ${n > 4 ? 'declined to comment' : 'denied that a decision had been made'}.`) // prettier-ignore
  if (n % 4 >= 2) paragraphs.push(`Work could begin in ${place} in the spring, if the money is found.`)
  if (n % 4 === 3) paragraphs.reverse()
  return paragraphs
}

export function inventedStory(n: number): InventedStory {
  const random = randomFrom(n + 1)
  const place = pick(random, PLACES)
  const facts: Facts = {
    place,
    body: pick(random, BODIES),
    thing: pick(random, THINGS),
    deed: pick(random, DEEDS),
    chair: pick(random, NAMES),
    writer: pick(random, NAMES),
    outlet: pick(random, OUTLETS),
    millions: number(random, 90),
    people: number(random, 9000),
    year: 1990 + number(random, 30),
    post: postOf(random, n, place),
  }
  const host = `${facts.outlet.toLowerCase().replaceAll(/[^a-z]/g, '')}.example`
  const slug = `${facts.place}-${facts.deed}-${facts.thing}`.toLowerCase().replaceAll(/[^a-z]+/g, '-')
  return {
    url: `https://${host}/${slug}-${n}`,
    edition(edition) {
      const { post } = facts
      const deed = edition >= 3 ? `may not ${facts.deed.replace(/s$/, '')}` : facts.deed
      const blocks: Block[] = paragraphsOf(facts, edition).map(text => ({
        kind: 'paragraph',
        text,
        spans: [],
      }))
      if (post) blocks.splice(3, 0, { kind: 'post', post: post.key })
      return {
        format: 'stet-article/1',
        cleaner: 'bench/1',
        title: `${facts.place} ${facts.body} ${deed} ${facts.thing}`,
        byline: [facts.writer],
        site: facts.outlet,
        published: '2026-01-02T08:00:00Z',
        modified: null,
        section: null,
        language: 'en',
        canonicalUrl: null,
        origins: {},
        dir: 'ltr',
        blocks,
        posts: post ? [post] : [],
        removed: [],
        words: blocks.reduce((sum, block) => sum + ('text' in block ? block.text.split(' ').length : 0), 0),
      }
    },
  }
}
