import type { Post } from '../model/post.ts'
import type { LogLine, SnapshotPosts, Store } from '../store/index.ts'
import type { HeldPost, PostQuery } from './types.ts'

interface Entry {
  post: HeldPost
  /** Lower-cased words, author, handle and address. */
  text: string
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
    const all = await this.#store.overview.posts()
    this.#entries.clear()
    for (const posts of all) this.#add(posts)
    this.#sorted = null
  }

  #follow(lines: readonly LogLine[]): void {
    if (!this.#read) return
    // A purge can bring an older form of a post back, so everything is read anew; it is rare.
    if (lines.length === 0 || lines.some(line => line.type === 'purge')) return void (this.#read = null)
    const ids = lines.flatMap(line => (line.type === 'snapshot' && line.posts > 0 ? [line.snapshotId] : []))
    if (ids.length === 0) return
    this.#turn = this.#turn.then(() => this.#addAll(ids))
  }

  async #addAll(snapshotIds: readonly string[]): Promise<void> {
    try {
      await this.#read
      for (const id of snapshotIds) {
        const posts = await this.#store.overview.postsOf(id)
        if (posts) this.#add(posts)
      }
      this.#sorted = null
    } catch {
      // Read anew when it is next asked for; then the reason is told to who asks.
      this.#read = null
    }
  }

  #add({ snapshotId, sourceId, posts }: SnapshotPosts): void {
    for (const post of posts) {
      const before = this.#entries.get(post.key)?.post
      const snapshots = [...(before?.snapshots ?? []).filter(id => id !== snapshotId), snapshotId]
      const sourceIds = [...new Set([...(before?.sourceIds ?? []), sourceId])]
      const { text, author, handle, url } = post
      const words = [text, author, handle, url].filter(Boolean).join('\n').toLowerCase()
      this.#entries.set(post.key, { post: { ...post, snapshots, sourceIds }, text: words })
    }
  }

  #inOrder(): readonly Entry[] {
    this.#sorted ??= [...this.#entries.values()].toSorted((a, b) => newestFirst(a.post, b.post))
    return this.#sorted
  }
}
