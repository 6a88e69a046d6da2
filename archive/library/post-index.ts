import type { Post } from '../model/post.ts'
import { type LogLine, PostGathering, type Store } from '../store/index.ts'
import type { HeldPost, PostQuery } from './types.ts'

interface Entry {
  readonly post: HeldPost
  /** Lower-cased words, author, handle and address. */
  readonly text: string
}

export interface PostsPage {
  readonly total: number
  readonly posts: readonly HeldPost[]
  readonly platforms: readonly { readonly platform: Post['platform']; readonly count: number }[]
  readonly states: readonly { readonly state: Post['state']; readonly count: number }[]
  readonly authors: readonly { readonly author: string; readonly count: number }[]
}

const MOST_AUTHORS = 50

const authorOf = ({ author, handle }: Post): string | null => author ?? handle
const isBy = (post: Post, name: string): boolean => post.author === name || post.handle === name

/** Those with a date first, newest first. */
function newestFirst(a: HeldPost, b: HeldPost): number {
  const [x, y] = [a.postedAt ?? '', b.postedAt ?? '']
  return x === y ? (a.key < b.key ? -1 : 1) : x < y ? 1 : -1
}

function counted<T extends string>(names: ReadonlyMap<T, number>): [T, number][] {
  return [...names].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

/** Every post of the archive in memory, each once. Read when it is first asked for, and kept up after each write. */
export class PostIndex {
  readonly #store: Store
  readonly #entries = new Map<string, Entry>()
  #gathering = new PostGathering()
  readonly #stop: () => void
  #sorted: readonly Entry[] | null = null
  #read: Promise<void> | null = null
  #turn: Promise<void> = Promise.resolve()

  constructor(store: Store) {
    this.#store = store
    this.#stop = store.overview.onApplied(lines => this.#follow(lines))
  }

  async list(query: PostQuery): Promise<PostsPage> {
    await this.#ready()
    const words = query.query.toLowerCase().split(/\s+/).filter(Boolean)
    const platforms = new Map<Post['platform'], number>()
    const states = new Map<Post['state'], number>()
    const authors = new Map<string, number>()
    const found: HeldPost[] = []
    const add = <T>(map: Map<T, number>, name: T) => map.set(name, (map.get(name) ?? 0) + 1)
    for (const { post, text } of this.#inOrder()) {
      if (!words.every(word => text.includes(word))) continue
      const isPlatform = query.platform === null || post.platform === query.platform
      const isState = query.state === null || post.state === query.state
      const isAuthor = query.author === null || isBy(post, query.author)
      const name = authorOf(post)
      // A choice does not narrow its own counts.
      if (isState && isAuthor) add(platforms, post.platform)
      if (isPlatform && isAuthor) add(states, post.state)
      if (isPlatform && isState && name !== null) add(authors, name)
      if (isPlatform && isState && isAuthor) found.push(post)
    }
    return {
      total: found.length,
      posts: found.slice(query.offset, query.offset + query.limit),
      platforms: counted(platforms).map(([platform, count]) => ({ platform, count })),
      states: counted(states).map(([state, count]) => ({ state, count })),
      authors: counted(authors)
        .slice(0, MOST_AUTHORS)
        .map(([author, count]) => ({ author, count })),
    }
  }

  /** Posts with these keys, newest first. */
  async withKeys(keys: ReadonlySet<string>): Promise<HeldPost[]> {
    await this.#ready()
    const posts = [...keys].flatMap(key => this.#entries.get(key)?.post ?? [])
    return posts.toSorted(newestFirst)
  }

  close(): void {
    this.#stop()
  }

  async #ready(): Promise<void> {
    this.#read ??= this.#readAll()
    await this.#read
    await this.#turn
  }

  async #readAll(): Promise<void> {
    const { overview } = this.#store
    const [held, noted] = [await overview.posts(), await overview.postStates()]
    this.#gathering = new PostGathering()
    this.#entries.clear()
    for (const entry of held) this.#gathering.add(entry)
    for (const entry of noted) this.#gathering.note(entry)
    this.#show(this.#gathering.keys())
  }

  #follow(lines: readonly LogLine[]): void {
    if (!this.#read) return
    // A purge can bring an older form of a post back, so everything is read anew; it is rare.
    if (lines.length === 0 || lines.some(line => line.type === 'purge')) return void (this.#read = null)
    const telling = lines.filter(
      line => 'posts' in line && (Array.isArray(line.posts) || Number(line.posts) > 0),
    )
    if (telling.length === 0) return
    this.#turn = this.#turn.then(() => this.#addAll(telling))
  }

  async #addAll(lines: readonly LogLine[]): Promise<void> {
    try {
      await this.#read
      for (const line of lines) this.#show(await this.#gather(line))
    } catch {
      // Read anew when it is next asked for; then the reason is told to who asks.
      this.#read = null
    }
  }

  /** Keys of the posts that a line is about. */
  async #gather(line: LogLine): Promise<readonly string[]> {
    if (line.type === 'snapshot') {
      const posts = await this.#store.overview.postsOf(line.snapshotId)
      return posts ? this.#gathering.add(posts) : []
    }
    if (line.type !== 'check' && line.type !== 'attempt') return []
    const { seq, capturedAt: at, sourceId, posts = [] } = line
    return this.#gathering.note({ seq, at, sourceId, posts })
  }

  #show(keys: Iterable<string>): void {
    for (const key of keys) {
      const post = this.#gathering.get(key)
      if (!post) continue
      const { text, author, handle, url } = post
      const words = [text, author, handle, url].filter(Boolean).join('\n').toLowerCase()
      this.#entries.set(key, { post, text: words })
    }
    this.#sorted = null
  }

  #inOrder(): readonly Entry[] {
    this.#sorted ??= [...this.#entries.values()].toSorted((a, b) => newestFirst(a.post, b.post))
    return this.#sorted
  }
}
