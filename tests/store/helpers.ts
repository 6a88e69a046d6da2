import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newSnapshotId, sourceIdOf } from '../../archive/model/ids.ts'
import { sha256Hex } from '../../archive/model/hash.ts'
import type { SnapshotRecord } from '../../archive/model/snapshot.ts'
import {
  openStore,
  type OpenStoreOptions,
  type SealedSnapshot,
  type Store,
} from '../../archive/store/index.ts'

export const SOFTWARE = { name: 'stet', version: '0.0.0-test', runtime: 'node' }

export interface Said {
  readonly messages: string[]
}

/** A logger that keeps what it is told. */
export function listener(): Said & { info(m: string): void; warn(m: string): void } {
  const messages: string[] = []
  return { messages, info: m => messages.push(m), warn: m => messages.push(m) }
}

export function open(dir: string, options: Partial<OpenStoreOptions> = {}): Promise<Store> {
  return openStore(dir, { software: SOFTWARE, ...options })
}

/** In memory where the system has that: what these tests ask for does not depend on the disk, and it is quicker. */
const BASE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** A folder of its own for one test, removed at its end. */
export async function folder(): Promise<{ path: string; [Symbol.asyncDispose](): Promise<void> }> {
  const path = await mkdtemp(join(BASE, 'stet-store-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

export interface StoryOptions {
  readonly url?: string
  readonly requestedUrl?: string
  readonly version?: number
  readonly text?: string
  readonly title?: string
  readonly capturedAt?: string
  readonly posts?: readonly { key: string; text: string }[]
  readonly bodies?: readonly string[]
  readonly snapshotId?: string
}

export function record(options: StoryOptions = {}): SnapshotRecord {
  const { url = 'https://news.example/storm', version = 1, text = 'The storm came at night.' } = options
  const capturedAt = options.capturedAt ?? '2026-03-04T05:06:07.000Z'
  return {
    format: 'stet-snapshot/1',
    snapshotId: options.snapshotId ?? newSnapshotId(),
    sourceId: sourceIdOf(url),
    url,
    requestedUrl: options.requestedUrl ?? url,
    finalUrl: url,
    redirects: [],
    capturedAt,
    endedAt: capturedAt,
    clock: 'system',
    witness: 'captured',
    engine: { name: 'http', version: '1' },
    software: { name: 'stet', version: '0.0.0-test', runtime: 'node' },
    options: {},
    version,
    contentHash: { algorithm: 'content-hash/1', value: sha256Hex(text) },
    pictures: {},
    title: options.title ?? 'Storm',
    http: null,
    import: null,
    resources: { wanted: 0, kept: 0, failed: 0, skipped: 0 },
    warnings: [],
  }
}

/** Seals a small story the way a capture would. */
export async function keep(store: Store, options: StoryOptions = {}): Promise<SealedSnapshot> {
  const { text = 'The storm came at night.', posts = [], bodies = ['a picture'] } = options
  const stage = await store.stage()
  try {
    for (const [i, body] of bodies.entries()) {
      await stage.sink.put(Buffer.from(body), { mime: 'image/png', url: `https://news.example/${i}.png` })
    }
    await stage.write('data/page.html', `<p>${text}</p>`)
    await stage.write('data/article.txt', text)
    const article = { site: 'Example News', words: text.split(' ').length, posts }
    await stage.write('data/article.json', JSON.stringify(article))
    return await stage.seal(record(options))
  } finally {
    await stage.discard()
  }
}

/** Every file below a folder with its bytes, by relative path. */
export async function bytesOf(dir: string): Promise<Map<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const all = await Promise.all(
    files.toSorted().map(async path => [path.slice(dir.length), await readFile(path, 'latin1')] as const),
  )
  return new Map(all)
}
