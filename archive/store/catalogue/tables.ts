import { join } from 'node:path'
import type { z } from 'zod'
import type { StoreFs } from '../fs.ts'
import * as rows from './rows.ts'
import { Table } from './table.ts'

/** Everything the catalogue knows, by topic. */
export interface Tables {
  readonly sources: Table<rows.SourceEntry>
  readonly history: Table<rows.HistoryPage>
  readonly posts: Table<rows.PostsEntry>
  readonly states: Table<rows.StatesEntry>
  readonly aliases: Table<rows.AliasEntry>
}

/** In the order they are flushed: what a source's entry relies on comes before it. */
export const TABLE_NAMES = ['history', 'posts', 'states', 'aliases', 'sources'] as const
export type TableName = (typeof TABLE_NAMES)[number]

export interface TablesOptions {
  readonly fs: StoreFs
  readonly tmpDir: string
  /** The catalogue's folder. */
  readonly dir: string
}

function options<R>(base: TablesOptions, name: TableName, row: z.ZodType<R>, weigh: (row: R) => number) {
  return { fs: base.fs, tmpDir: base.tmpDir, dir: join(base.dir, name), row, weigh }
}

function allOptions(base: TablesOptions) {
  return {
    sources: options(base, 'sources', rows.sourceEntry, row => 1 + row.events.length),
    history: options(base, 'history', rows.historyPage, row => row.events.length),
    posts: options(base, 'posts', rows.postsEntry, row => 1 + row.count),
    states: options(base, 'states', rows.statesEntry, row => row.posts.length),
    aliases: options(base, 'aliases', rows.aliasEntry, row => row.sources.length),
  }
}

/** The tables as they lie on disk. */
export async function loadTables(base: TablesOptions): Promise<Tables> {
  const all = allOptions(base)
  const [sources, history, posts, states, aliases] = await Promise.all([
    Table.load(all.sources),
    Table.load(all.history),
    Table.load(all.posts),
    Table.load(all.states),
    Table.load(all.aliases),
  ])
  return { sources, history, posts, states, aliases }
}

/** Tables without rows, whatever lies on disk. */
export function emptyTables(base: TablesOptions): Tables {
  const all = allOptions(base)
  return {
    sources: Table.empty(all.sources),
    history: Table.empty(all.history),
    posts: Table.empty(all.posts),
    states: Table.empty(all.states),
    aliases: Table.empty(all.aliases),
  }
}
