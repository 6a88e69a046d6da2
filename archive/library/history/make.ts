import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createHistory } from '../../compare/index.ts'
import type { Article } from '../../model/article.ts'
import type { SourceHistory } from '../../model/history.ts'
import type { SnapshotRecord } from '../../model/snapshot.ts'
import { looksOf, type PicturesHeld } from '../looks.ts'
import type { ChosenBags } from './bags.ts'

/** A history with what it could not tell. */
export interface ToldHistory extends SourceHistory {
  /** Older versions that were left out because there are too many. */
  readonly omitted: number
  /** Numbers of versions whose article cannot be read; `verify` says what is wrong with them. */
  readonly unreadable: readonly number[]
}

async function fileOf<T>(bag: string, name: string): Promise<T> {
  // Written by Stet and under the bag's manifest: `verify` answers for the bytes.
  return JSON.parse(await readFile(join(bag, 'data', name), 'utf8')) as T
}

/** Reads the versions one after another and makes their history. Throws what the signal throws. */
export async function makeHistory({ bags, omitted }: ChosenBags, signal?: AbortSignal): Promise<ToldHistory> {
  const history = createHistory()
  const unreadable: number[] = []
  let last: PicturesHeld | null = null
  for (const { dir, ...told } of bags) {
    signal?.throwIfAborted()
    const read = Promise.all([
      fileOf<Article>(dir, 'article.json'),
      fileOf<SnapshotRecord>(dir, 'snapshot.json'),
    ])
    const files = await read.catch(() => null)
    if (!files) {
      unreadable.push(told.version)
      continue
    }
    const held: PicturesHeld = { bag: dir, pictures: files[1].pictures }
    const relation = last ? await looksOf(last, held).catch(() => undefined) : undefined
    history.add({ ...told, article: files[0], pictures: held.pictures, ...(relation && { relation }) })
    last = held
  }
  return { ...history.done(), omitted, unreadable }
}
