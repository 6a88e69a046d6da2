import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { newSnapshotId, sourceIdOf } from '../../archive/model/ids.ts'
import { sha256Hex } from '../../archive/model/hash.ts'
import type { SnapshotRecord } from '../../archive/model/snapshot.ts'
import { nodeFs, type StoreFs } from '../../archive/store/fs.ts'
import { openStore, type Store } from '../../archive/store/index.ts'

/** The real file system without waiting for the disk: for archives that are only there to be big. */
export const hastyFs: StoreFs = { ...nodeFs, syncFile: async () => {}, syncFolder: async () => {} }

export async function freshStore(dir: string, fs: StoreFs): Promise<Store> {
  await rm(dir, { recursive: true, force: true })
  await mkdir(dir, { recursive: true })
  return reopen(dir, fs)
}

export function reopen(dir: string, fs: StoreFs): Promise<Store> {
  return openStore(dir, { software: { name: 'stet', version: 'bench', runtime: process.version }, fs })
}

function recordOf(n: number): SnapshotRecord {
  const url = `https://bench.example/${sha256Hex(String(n)).slice(0, 8)}/story-${n}`
  const capturedAt = new Date(Date.UTC(2026, n % 12, (n % 28) + 1, 12)).toISOString()
  return {
    format: 'stet-snapshot/1',
    snapshotId: newSnapshotId(),
    sourceId: sourceIdOf(url),
    url,
    requestedUrl: url,
    finalUrl: url,
    redirects: [],
    capturedAt,
    endedAt: capturedAt,
    clock: 'system',
    witness: 'captured',
    engine: { name: 'http', version: '1' },
    software: { name: 'stet', version: 'bench', runtime: process.version },
    options: {},
    version: 1,
    contentHash: { algorithm: 'content-hash/1', value: sha256Hex(`story ${n}`) },
    pictures: {},
    title: `Story number ${n} of the benchmark`,
    http: null,
    import: null,
    resources: { wanted: 0, kept: 0, failed: 0, skipped: 0 },
    warnings: [],
  }
}

export interface PageShape {
  /** Sizes in bytes of the bodies that only this page has. */
  readonly ownBodies: readonly number[]
  /** How many of the site's shared bodies it uses. */
  readonly shared: readonly Uint8Array[]
}

/** Keeps one page like a capture does: main document, article in three forms, HAR, bodies. */
export async function keepPage(store: Store, n: number, shape: PageShape): Promise<void> {
  const stage = await store.stage()
  const words = `Sentence ${n} of a story that is only here to be measured. `.repeat(60)
  await stage.write('data/page.html', `<!doctype html><title>${n}</title>${`<p>${words}</p>`.repeat(10)}`)
  await stage.write('data/article.txt', words)
  await stage.write('data/article.html', `<p>${words}</p>`)
  const posts = n % 4 === 0 ? [{ key: `x:${n}`, platform: 'x', text: `Post ${n}` }] : []
  await stage.write('data/article.json', JSON.stringify({ site: 'Bench', words: 600, posts, text: words }))
  await stage.write('data/network.har', JSON.stringify({ log: { entries: [], comment: words } }))
  const info = { mime: 'image/jpeg', url: 'https://bench.example/picture.jpg' }
  for (const size of shape.ownBodies) await stage.sink.put(randomBytes(size), info)
  for (const bytes of shape.shared) await stage.sink.put(bytes, info)
  await stage.seal(recordOf(n))
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}
