import { join } from 'node:path'
import { StetError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { Logger } from '../ports/logger.ts'
import { changesOf, type History, type Store, type VersionRow } from '../store/index.ts'
import { Comparer } from './comparer.ts'
import type { ComparedSide, PairAnswer } from './compare-task.ts'
import { DeskEditor, type Note } from './desk-editor.ts'
import { Marks } from './marks.ts'
import { PostIndex } from './post-index.ts'
import { SourceIndex } from './source-index.ts'
import { historyBags } from './history/bags.ts'
import { Historian } from './history/historian.ts'
import type { ToldHistory } from './history/make.ts'
import { activityOf, type ActivityLine, type ActivityQuery } from './reading/activity.ts'
import { SnapshotReader } from './reading/snapshots.ts'
import type { ScreensAnswer } from './screens.ts'
import type { ChangeMark, HeldPost, LibraryRow, PostQuery } from './types.ts'

/** Everything known of one source, oldest first. */
export interface SourceFile extends History {
  readonly source: LibraryRow
  /** About the source or any of its snapshots. */
  readonly notes: readonly Note[]
}

export interface Pair {
  readonly comparison: PairAnswer['comparison'] & {
    readonly from: string
    readonly to: string
    readonly sides: Sides
  }
  readonly from: ComparedSide & { readonly snapshot: VersionRow }
  readonly to: ComparedSide & { readonly snapshot: VersionRow }
}

type Side = Pick<VersionRow, 'url' | 'version' | 'capturedAt'>
interface Sides {
  readonly from: Side
  readonly to: Side
}

/** A post with the sources that hold it. */
export interface ListedPost extends HeldPost {
  readonly sources: readonly {
    readonly sourceId: string
    readonly title: string | null
    readonly url: string
  }[]
}

/** What the app asks of an archive. Nothing is read, and no thread started, before it is asked for. */
export function createLibrary(
  store: Store,
  { clock, logger }: { readonly clock: Clock; readonly logger: Logger },
) {
  let comparer: Comparer | null = null
  const comparing = (): Comparer => (comparer ??= new Comparer())
  let historian: Historian | null = null
  const marks = new Marks(store, { run: (task, signal) => comparing().run(task, signal) }, logger)
  const sources = new SourceIndex(store, marks, logger)
  const posts = new PostIndex(store)
  const desk = new DeskEditor(store, sources, clock)
  const snapshots = new SnapshotReader(store)

  async function rowOf(sourceId: string): Promise<LibraryRow> {
    const row = await sources.row(sourceId)
    if (row) return row
    const message = `This archive has no source ${sourceId}. It may be another archive's; the library shows what this one holds.`
    throw new StetError('not-found', message, { sourceId })
  }

  async function listed(post: HeldPost): Promise<ListedPost> {
    const found = await Promise.all(post.sourceIds.map(id => sources.overview(id)))
    const rows = found.filter(row => row !== null)
    return { ...post, sources: rows.map(({ sourceId, title, url }) => ({ sourceId, title, url })) }
  }

  return {
    sources,
    snapshots,
    desk,

    /** Everything known of a source. Throws `not-found`. */
    async source(sourceId: string): Promise<SourceFile> {
      const source = await rowOf(sourceId)
      const history = await store.versions(sourceId)
      const about = new Set([sourceId, ...history.versions.map(row => row.snapshotId)])
      const versions = history.versions.map(row => ({ ...row, path: join(store.dir, row.path) }))
      return { source, ...history, versions, notes: desk.notes(about) }
    },

    /** What changed last in each of these sources; null where there is nothing to compare. */
    async lastMarks(sourceIds: readonly string[]): Promise<Record<string, ChangeMark | null>> {
      const found = await Promise.all(
        sourceIds.map(async id => {
          const change = (await sources.overview(id))?.changed ?? null
          return [id, change && (await marks.of(change))] as const
        }),
      )
      return Object.fromEntries(found)
    },

    /** Each version of a source beside the one kept before it, oldest first. Throws `not-found`. */
    async marks(sourceId: string): Promise<ChangeMark[]> {
      await rowOf(sourceId)
      const { versions } = await store.versions(sourceId)
      const all = await Promise.all(changesOf(versions).map(change => marks.of(change)))
      return all.filter(mark => mark !== null)
    },

    /** Every sentence, figure and claim of a source through its versions. Throws `not-found`, `worker`, `cancelled`. */
    async history(sourceId: string, signal?: AbortSignal): Promise<ToldHistory> {
      await rowOf(sourceId)
      const { versions, checks } = await store.versions(sourceId)
      const chosen = historyBags(store.dir, versions, checks, { since: null })
      historian ??= new Historian()
      return historian.make(chosen, signal)
    },

    /** Posts of a source, newest first, each with every source that holds it. Throws `not-found`. */
    async postsOf(sourceId: string): Promise<ListedPost[]> {
      await rowOf(sourceId)
      const keys = (await store.posts({ sourceId })).map(post => post.key)
      return Promise.all((await posts.withKeys(new Set(keys))).map(listed))
    },

    /** Posts over all sources, newest first, with counts by platform, state and author. */
    async posts(query: PostQuery) {
      const page = await posts.list(query)
      return { ...page, posts: await Promise.all(page.posts.map(listed)) }
    },

    activity: (query: ActivityQuery): Promise<{ lines: ActivityLine[]; more: boolean }> =>
      activityOf(store, sources, query),

    /** Two snapshots compared, with their texts. Throws `not-found`, `worker`, `cancelled`. */
    async pair(fromId: string, toId: string, signal?: AbortSignal): Promise<Pair> {
      const [from, to] = [await snapshots.row(fromId), await snapshots.row(toId)]
      const answer = await comparing().run({ kind: 'pair', from: from.path, to: to.path }, signal)
      const side = ({ url, version, capturedAt }: VersionRow): Side => ({ url, version, capturedAt })
      return {
        comparison: {
          ...answer.comparison,
          from: from.snapshotId,
          to: to.snapshotId,
          sides: { from: side(from), to: side(to) },
        },
        from: { snapshot: from, ...answer.from },
        to: { snapshot: to, ...answer.to },
      }
    },

    /** The screenshots of two snapshots compared. Throws as `pair`. */
    async screens(fromId: string, toId: string, signal?: AbortSignal): Promise<ScreensAnswer> {
      const [from, to] = [await snapshots.row(fromId), await snapshots.row(toId)]
      return comparing().run({ kind: 'screens', from: from.path, to: to.path }, signal)
    },

    async close(): Promise<void> {
      await Promise.all([comparer?.close(), historian?.close()])
      marks.close()
      posts.close()
      await sources.close()
    },
  }
}
