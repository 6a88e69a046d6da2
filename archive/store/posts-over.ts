import type { Post, PostStateNote } from '../model/post.ts'
import { type PostSighting, statesOver } from '../model/post-states.ts'
import type { PostRow, PostStates, SnapshotPosts } from './types.ts'

interface Gathered {
  post: Post
  readonly snapshots: string[]
  readonly sourceIds: Set<string>
  readonly sightings: PostSighting[]
}

/** All that is known of a post that no snapshot holds: that it was asked for, and what its platform said. */
function bare({ key, platform, postId, url, handle, state, evidence }: PostStateNote): Post {
  return {
    key,
    platform,
    postId,
    url,
    author: null,
    handle,
    postedAt: null,
    postedAtFrom: null,
    text: null,
    media: [],
    form: 'page',
    state,
    blockIndex: null,
    ...(evidence ? { stateEvidence: evidence } : {}),
  }
}

/** What the newest showing of a post lacks: a page may embed it by its number alone, or its frame may not have come. */
function filled(
  { author, handle, postedAt, postedAtFrom, text, url }: Post,
  before: Post,
): Pick<Post, 'author' | 'handle' | 'postedAt' | 'postedAtFrom' | 'text' | 'url'> {
  return {
    author: author ?? before.author,
    handle: handle ?? before.handle,
    postedAt: postedAt ?? before.postedAt,
    postedAtFrom: postedAtFrom ?? before.postedAtFrom,
    text: text ?? before.text,
    url: url ?? before.url,
  }
}

/** A post as its newest snapshot shows it, with everything that holds it and its states over time. */
export interface GatheredPost extends PostRow {
  readonly sourceIds: readonly string[]
}

/** Gathers posts out of what snapshots hold and what checks and attempts noted, as it comes in. */
export class PostGathering {
  readonly #posts = new Map<string, Gathered>()
  readonly #keyByUrl = new Map<string, string>()

  /** Snapshots in the order they were kept. Returns the keys of the posts that changed. */
  add({ snapshotId, sourceId, at, posts }: SnapshotPosts): readonly string[] {
    for (const post of posts) {
      const known = this.#of(post)
      known.post = { ...post, ...filled(post, known.post), key: known.post.key }
      if (known.snapshots.includes(snapshotId)) known.snapshots.splice(known.snapshots.indexOf(snapshotId), 1)
      known.snapshots.push(snapshotId)
      known.sourceIds.add(sourceId)
      // Bags are shown, not judged: a post that says nothing of its state is none that somebody looked at.
      const { state = 'unknown', stateEvidence: evidence = null } = post as Partial<Post>
      known.sightings.push({ at, state, sourceId, snapshotId, evidence })
    }
    return posts.map(post => this.#keyOf(post))
  }

  note({ sourceId, at, posts }: PostStates): readonly string[] {
    for (const note of posts) {
      const known = this.#of(bare(note))
      known.sourceIds.add(sourceId)
      known.sightings.push({ at, state: note.state, sourceId, snapshotId: null, evidence: note.evidence })
    }
    return posts.map(post => this.#keyOf(post))
  }

  get(key: string): GatheredPost | null {
    const known = this.#posts.get(key)
    if (!known) return null
    const states = statesOver(known.sightings)
    const last = states.at(-1)
    const { stateEvidence: _evidence, ...post } = known.post
    return {
      ...post,
      state: last?.state ?? post.state,
      ...(last?.evidence ? { stateEvidence: last.evidence } : {}),
      snapshots: [...known.snapshots],
      sourceIds: [...known.sourceIds],
      states,
    }
  }

  keys(): Iterable<string> {
    return this.#posts.keys()
  }

  /** Markup may name another platform than the address of the post does: one permalink is one post. */
  #keyOf({ key, url }: Pick<Post, 'key' | 'url'>): string {
    return this.#posts.has(key) || url === null ? key : (this.#keyByUrl.get(url) ?? key)
  }

  #of(post: Post): Gathered {
    const key = this.#keyOf(post)
    const known = this.#posts.get(key) ?? { post, snapshots: [], sourceIds: new Set(), sightings: [] }
    this.#posts.set(key, known)
    if (post.url !== null && !this.#keyByUrl.has(post.url)) this.#keyByUrl.set(post.url, key)
    return known
  }
}

/** Each post once, from what snapshots hold (in the order they were kept) and what was noted beside. */
export function postsOver(held: readonly SnapshotPosts[], noted: readonly PostStates[]): PostRow[] {
  const gathering = new PostGathering()
  for (const entry of held.toSorted((a, b) => a.seq - b.seq)) gathering.add(entry)
  for (const entry of noted) gathering.note(entry)
  return [...gathering.keys()].flatMap(key => {
    const found = gathering.get(key)
    if (!found) return []
    const { sourceIds: _sources, ...row } = found
    return [row]
  })
}
