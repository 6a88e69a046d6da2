import { join } from 'node:path'
import type { SnapshotId, SourceId } from '../model/ids.ts'
import { sourceKey } from './catalogue/apply.ts'
import { notedStates, sourceOverview } from './catalogue/queries.ts'
import type { PostsEntry } from './catalogue/rows.ts'
import { NAMES } from './layout.ts'
import type { AskCatalogue } from './library.ts'
import { LogIndex } from './log-index.ts'
import type { LogLine } from './log-line.ts'
import { LOG_START, type LogPosition, readEntries, stillAt } from './log-read.ts'
import type { PostStates, SnapshotPosts, SourceOverview } from './types.ts'

/** Told what was written; without lines, anything may have changed. */
export type AppliedListener = (lines: readonly LogLine[]) => void

const postsOf = ({ snapshotId, sourceId, seq, at, posts }: PostsEntry): SnapshotPosts => ({
  snapshotId,
  sourceId,
  seq,
  at,
  posts,
})

/** What somebody needs who keeps a view of the whole archive and follows it. */
export class Overview {
  readonly log: LogIndex
  readonly #path: string
  readonly #ask: AskCatalogue
  readonly #listeners = new Set<AppliedListener>()

  constructor(dir: string, ask: AskCatalogue) {
    this.#path = join(dir, NAMES.log)
    this.#ask = ask
    this.log = new LogIndex(this.#path)
  }

  /** The last log line that the answers know of. */
  applied(): Promise<LogPosition> {
    return this.#ask(async catalogue => catalogue.applied)
  }

  /** Every source, by id. Reads the whole catalogue. */
  sources(): Promise<SourceOverview[]> {
    return this.#ask(async ({ tables }) => {
      const all: SourceOverview[] = []
      for await (const entry of tables.sources.rows()) all.push(sourceOverview(entry))
      return all
    })
  }

  source(id: SourceId): Promise<SourceOverview | null> {
    return this.#ask(async ({ tables }) => {
      const entry = await tables.sources.get(sourceKey(id))
      return entry ? sourceOverview(entry) : null
    })
  }

  /** The posts of every snapshot that has some, in the order they were kept. */
  posts(): Promise<SnapshotPosts[]> {
    return this.#ask(async ({ tables }) => {
      const all: SnapshotPosts[] = []
      for await (const entry of tables.posts.rows()) all.push(postsOf(entry))
      return all.toSorted((a, b) => a.seq - b.seq)
    })
  }

  /** What checks and attempts noted of the state of posts, in the order of the log. */
  postStates(): Promise<PostStates[]> {
    return this.#ask(({ tables }) => notedStates(tables))
  }

  postsOf(id: SnapshotId): Promise<SnapshotPosts | null> {
    return this.#ask(async ({ tables }) => {
      const entry = await tables.posts.get(id)
      return entry ? postsOf(entry) : null
    })
  }

  /** Sources with a line after `position`; null where the log no longer holds that position. */
  async sourcesSince(position: LogPosition): Promise<Set<SourceId> | null> {
    if (position.seq === LOG_START.seq || !(await stillAt(this.#path, position))) return null
    const ids = new Set<SourceId>()
    for await (const entry of readEntries(this.#path, position)) {
      if (entry.complete && entry.line && 'sourceId' in entry.line) ids.add(entry.line.sourceId)
    }
    return ids
  }

  /** Calls back after each write, when it is on the disk and in the catalogue. Returns the function that ends it. */
  onApplied(listener: AppliedListener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  tell(lines: readonly LogLine[]): void {
    for (const listener of this.#listeners) listener(lines)
  }
}
