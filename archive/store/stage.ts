import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StetError } from '../errors.ts'
import type { BodyRef } from '../model/captured.ts'
import { sha256Hex } from '../model/hash.ts'
import { prettyJson } from '../model/json.ts'
import type { SnapshotRecord } from '../model/snapshot.ts'
import type { BodySink } from '../ports/body-sink.ts'
import { snapshotFacts } from './bag-facts.ts'
import { BAGIT_TXT, bagInfoText, MANIFEST, manifestText, TAG_FILES, TAG_MANIFEST } from './bag-text.ts'
import { extensionFor } from './extensions.ts'
import type { StoreFs } from './fs.ts'
import { ioError } from './io-error.ts'
import { bagName, bagPath, checkDataPath } from './layout.ts'
import type { LogFacts } from './log-line.ts'
import { type LinkCandidate, type StagedFile, StagedFiles } from './staged-files.ts'
import type { SealedSnapshot } from './types.ts'

/** A snapshot under construction. Nothing of it is in the archive until `seal` resolves. */
export interface Stage {
  /** Takes the bodies an engine receives: `data/resources/<sha256>.<ext>`, each once. */
  readonly sink: BodySink
  /**
   * Writes a data file (`data/page.html`, `data/article.json`, …), once. Throws `bad-input` for a path that
   * is unsafe or taken, `disk-full`, `archive-readonly`, `io`.
   */
  write(path: string, content: Uint8Array | string): Promise<BodyRef>
  /** Reads a staged file back. */
  read(path: string): Promise<Buffer>
  /**
   * Writes `data/snapshot.json` and the bag's lists, syncs everything, moves the bag into place, and adds the
   * log line. Resolves once all of it is on the disk; when it throws, nothing of it is in the archive.
   */
  seal(record: SnapshotRecord): Promise<SealedSnapshot>
  /** Throws the work away. Fine to call after `seal`, or twice. */
  discard(): Promise<void>
}

/** A bag that is complete in `tmp/`, and what to say of it in the log. */
export interface FinishedBag {
  /** `tmp/<bag name>`: holds the folder `bag`, and marks the commit as under way once that is moved. */
  readonly marker: string
  readonly path: string
  readonly facts: Extract<LogFacts, { type: 'snapshot' }>
  readonly bodies: readonly { readonly sha256: string; readonly path: string }[]
}

/** What a stage needs of its store. */
export interface StageHost {
  readonly fs: StoreFs
  readonly tmpDir: string
  readonly software: string
  candidates(sha256: string): readonly LinkCandidate[]
  staged(sha256: string, path: string): void
  unstaged(sha256: string, path: string): void
  publish(bag: FinishedBag): Promise<number>
}

/** Different in every capture, so no other bag will ever hold the same. */
const NEVER_SHARED: ReadonlySet<string> = new Set(['data/snapshot.json', 'data/network.har'])
const RECORD = 'data/snapshot.json'
const SYNCS_AT_ONCE = 4

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values()
  const lane = async () => {
    for (const item of queue) await work(item)
  }
  await Promise.all(Array.from({ length: SYNCS_AT_ONCE }, lane))
}

export class StagedBag implements Stage {
  readonly #host: StageHost
  readonly #dir: string
  readonly #files: StagedFiles
  readonly #names = new Set<string>()
  readonly #bodies = new Map<string, Promise<BodyRef>>()
  #state: 'open' | 'sealing' | 'closed' = 'open'

  private constructor(host: StageHost, dir: string) {
    this.#host = host
    this.#dir = dir
    this.#files = new StagedFiles(host.fs, join(dir, 'bag'))
  }

  static async begin(host: StageHost, dir: string): Promise<StagedBag> {
    try {
      await host.fs.mkdir(dir)
      await host.fs.mkdir(join(dir, 'bag'))
    } catch (error) {
      throw ioError(error, 'A new snapshot could not be begun.', { path: dir })
    }
    return new StagedBag(host, dir)
  }

  readonly sink: BodySink = {
    put: (bytes, info) => {
      const sha256 = sha256Hex(bytes)
      const known = this.#bodies.get(sha256)
      if (known) return known
      const path = `data/resources/${sha256}.${extensionFor(info.mime, info.url)}`
      const stored = this.#add(path, bytes, sha256)
      this.#bodies.set(sha256, stored)
      return stored
    },
  }

  async write(path: string, content: Uint8Array | string): Promise<BodyRef> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    return this.#add(path, bytes, sha256Hex(bytes))
  }

  async read(path: string): Promise<Buffer> {
    if (!this.#files.files.has(path)) {
      throw new StetError('not-found', `The snapshot under construction has no file ${path}.`, { path })
    }
    return readFile(this.#files.absolute(path))
  }

  async seal(record: SnapshotRecord): Promise<SealedSnapshot> {
    this.#assertOpen()
    const name = bagName(record.capturedAt, record.snapshotId)
    await this.#addRecord(record)
    this.#state = 'sealing'
    try {
      const bag = await this.#finish(record, name)
      const seq = await this.#host.publish(bag)
      const all = [...this.#files.files.values()]
      const bytes = all.reduce((sum, file) => sum + file.bytes, 0)
      const bytesLinked = all.reduce((sum, file) => sum + (file.linked ? file.bytes : 0), 0)
      const { fixityHash } = bag.facts
      const { snapshotId } = record
      return { snapshotId, path: bag.path, fixityHash, bytesNew: bytes - bytesLinked, bytesLinked, seq }
    } catch (error) {
      await this.#clear(join(this.#host.tmpDir, name))
      throw ioError(error, 'The snapshot could not be saved; nothing of it was kept.', {
        snapshotId: record.snapshotId,
      })
    } finally {
      this.#forget()
      this.#state = 'closed'
    }
  }

  async discard(): Promise<void> {
    if (this.#state !== 'open') return
    this.#state = 'closed'
    await Promise.allSettled(this.#bodies.values())
    this.#forget()
    await this.#clear(this.#dir)
  }

  async #add(path: string, bytes: Uint8Array, sha256: string): Promise<BodyRef> {
    this.#assertOpen()
    checkDataPath(path)
    // Compared as Windows and macOS compare names, so that a bag can be unpacked there.
    const name = path.normalize('NFC').toLowerCase()
    if (this.#names.has(name)) {
      throw new StetError('bad-input', `The snapshot already has a file ${path}.`, { path })
    }
    this.#names.add(name)
    const shared = !NEVER_SHARED.has(path)
    try {
      const candidates = shared ? this.#host.candidates(sha256) : []
      const file = await this.#files.add(path, bytes, sha256, candidates)
      if (shared) this.#host.staged(sha256, this.#files.absolute(path))
      return { path, sha256, bytes: file.bytes }
    } catch (error) {
      this.#names.delete(name)
      throw ioError(error, `${path} could not be written.`, { path })
    }
  }

  async #addRecord(record: SnapshotRecord): Promise<void> {
    const text = prettyJson(record)
    const staged = this.#files.files.get(RECORD)
    if (!staged) await this.write(RECORD, text)
    else if (staged.sha256 !== sha256Hex(text)) {
      throw new StetError('internal', `${RECORD} was staged and differs from the record to be sealed.`)
    }
  }

  async #finish(record: SnapshotRecord, name: string): Promise<FinishedBag> {
    const { fs, tmpDir, software } = this.#host
    const payload = [...this.#files.files].map(([path, file]) => ({ path, ...file }))
    const bytes = payload.reduce((sum, file) => sum + file.bytes, 0)
    const info = bagInfoText([
      ['Bag-Software-Agent', software],
      ['Bagging-Date', record.endedAt.slice(0, 10)],
      ['External-Description', record.title ?? record.url],
      ['External-Identifier', record.snapshotId],
      ['Internal-Sender-Identifier', record.sourceId],
      ['Payload-Oxum', `${bytes}.${payload.length}`],
      ['Stet-Captured-At', record.capturedAt],
      ['Stet-Content-Hash', `${record.contentHash.algorithm} ${record.contentHash.value}`],
      ['Stet-Source-Url', record.url],
    ])
    const tags = { 'bagit.txt': BAGIT_TXT, 'bag-info.txt': info, [MANIFEST]: manifestText(payload) }
    for (const [path, text] of Object.entries(tags)) await this.#addTag(path, text)
    const listed = TAG_FILES.map(path => ({ path, sha256: this.#files.files.get(path)!.sha256 }))
    const { sha256: fixityHash } = await this.#addTag(TAG_MANIFEST, manifestText(listed))
    await this.#sync()

    const path = bagPath(name)!
    const marker = join(tmpDir, name)
    const facts = await snapshotFacts(record, this.#files.absolute(''), {
      path,
      fixityHash,
      files: payload.length,
      bytes,
    })
    await fs.rename(this.#dir, marker)
    const bodies = payload
      .filter(file => !NEVER_SHARED.has(file.path) && !file.linked)
      .map(file => ({ sha256: file.sha256, path: `${path}/${file.path}` }))
    return { marker, path, facts, bodies }
  }

  /** Tag files differ in every bag, so none is looked for to link to. */
  #addTag(path: string, text: string): Promise<StagedFile> {
    const bytes = Buffer.from(text)
    return this.#files.add(path, bytes, sha256Hex(bytes), [])
  }

  async #sync(): Promise<void> {
    const { fs } = this.#host
    const written = [...this.#files.files].filter(([, file]) => file.needsSync).map(([path]) => path)
    await inParallel(written, path => fs.syncFile(this.#files.absolute(path)))
    for (const folder of this.#files.folders) await fs.syncFolder(this.#files.absolute(folder))
  }

  #assertOpen(): void {
    if (this.#state !== 'open')
      throw new StetError('internal', 'This snapshot is sealed or discarded already.')
  }

  #forget(): void {
    for (const [path, file] of this.#files.files) this.#host.unstaged(file.sha256, this.#files.absolute(path))
  }

  /** Whatever stays behind is swept at the next opening. */
  async #clear(marker: string): Promise<void> {
    await this.#host.fs.remove(this.#dir).catch(() => {})
    await this.#host.fs.remove(marker).catch(() => {})
  }
}
