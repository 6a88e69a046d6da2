import { randomBytes } from 'node:crypto'
import { access, constants, copyFile, mkdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { StetError } from '../errors.ts'
import { type Clock, systemClock } from '../ports/clock.ts'
import { type Logger, silentLogger } from '../ports/logger.ts'
import { articleFacts } from './bag-facts.ts'
import { fillBodies } from './body-fill.ts'
import { BodyIndex } from './body-index.ts'
import { catchUp, currentCatalogue } from './catalogue/cache.ts'
import type { CatalogueOptions } from './catalogue/catalogue.ts'
import { Desk } from './desk.ts'
import { nodeFs, type StoreFs } from './fs.ts'
import { type ArchiveIdentity, type FolderState, inspectFolder, writeIdentity } from './identity.ts'
import { FORMAT_VERSION, inArchive, NAMES } from './layout.ts'
import { takeLock } from './lock.ts'
import { LogWriter } from './log.ts'
import { readLogEnd } from './log-end.ts'
import { LOG_START } from './log-read.ts'
import { README_TXT } from './readme.ts'
import { WorkQueue } from './queue.ts'
import { mendLogEnd, reconcileBags, type RecoveryContext, sweepTmp } from './recovery.ts'
import { replaceFile } from './replace-file.ts'
import type { KnownAs } from './library.ts'
import { Store } from './store.ts'
import { errnoOf, ioError } from './io-error.ts'

export interface OpenStoreOptions {
  /** Who writes; goes into the log, the bags and the lock's message. */
  readonly software: { readonly name: string; readonly version: string; readonly runtime: string }
  readonly clock?: Clock
  readonly logger?: Logger
  /** Takes no lock, writes nothing, works beside a writer; shows the archive as it was when opened. Default false. */
  readonly readOnly?: boolean
  /** Make an archive where the folder is missing or empty. Default: true unless `readOnly`. */
  readonly create?: boolean
  /** The file system; tests put one here that fails. */
  readonly fs?: StoreFs
  /** The address by which a thing is known that goes by several; null where an address is its only one. */
  readonly knownAs?: KnownAs
}

function noArchive(dir: string): StetError {
  return new StetError(
    'not-found',
    `There is no archive at ${dir}. Check the path, or capture something into it.`,
    {
      path: dir,
    },
  )
}

/** As `mkdir -p`. Node's own says ENOENT on a read-only disk, which would send people looking in the wrong place. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    const code = errnoOf(error)
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolder(dirname(path))
    await mkdir(path)
  }
}

/** A system can deny writing in ways that only show when trying; the message should come before any work. */
async function assertWritable(dir: string): Promise<void> {
  try {
    await access(dir, constants.W_OK)
  } catch (error) {
    throw ioError(error, `The archive ${dir} could not be opened for writing.`, { path: dir })
  }
}

function catalogueOptions(fs: StoreFs, dir: string): CatalogueOptions {
  return {
    fs,
    tmpDir: join(dir, NAMES.tmp),
    dir: join(dir, NAMES.catalogue),
    readPosts: async path => (await articleFacts(inArchive(dir, path))).posts,
  }
}

/** Lays a new archive. The log's first line comes before `stet.json`: from there on it is one. */
async function layArchive(context: RecoveryContext, software: string): Promise<ArchiveIdentity> {
  const { fs, dir, clock } = context
  const created = clock.now()
  const archiveId = randomBytes(8).toString('hex')
  await fs.remove(join(dir, NAMES.log))
  await fs.remove(join(dir, NAMES.head))
  const facts = { type: 'archive', archiveId, format: FORMAT_VERSION, software } as const
  await new LogWriter(fs, dir, LOG_START).append([facts], created)
  const identity = { format: FORMAT_VERSION, archiveId, created }
  await writeIdentity(fs, dir, identity)
  await fs.syncFolder(dirname(dir))
  return identity
}

async function settleIdentity(
  context: RecoveryContext,
  state: FolderState,
  software: string,
): Promise<ArchiveIdentity> {
  const { fs, dir, logger } = context
  switch (state.kind) {
    case 'archive':
      return state.identity
    case 'archive-without-identity': {
      if (state.found === 'damaged') {
        await mkdir(join(dir, NAMES.quarantine), { recursive: true })
        const kept = `${NAMES.identity}-${randomBytes(4).toString('hex')}`
        await copyFile(join(dir, NAMES.identity), join(dir, NAMES.quarantine, kept))
      }
      await writeIdentity(fs, dir, state.identity)
      logger.warn(`${NAMES.identity} was ${state.found}; it was written again from the log's first line.`)
      return state.identity
    }
    case 'missing':
    case 'empty':
    case 'unfinished':
      return layArchive(context, software)
  }
}

async function ensureReadme(fs: StoreFs, dir: string): Promise<void> {
  const path = join(dir, NAMES.readme)
  const found = await stat(path).catch(() => null)
  if (!found) await replaceFile(fs, join(dir, NAMES.tmp), path, Buffer.from(README_TXT))
}

/** What a store is given, whether it writes or not. */
interface Given extends RecoveryContext {
  readonly software: string
  readonly knownAs: KnownAs
}

async function openReading(parts: Given): Promise<Store> {
  const { dir, fs, logger } = parts
  const state = await inspectFolder(dir)
  if (state.kind !== 'archive' && state.kind !== 'archive-without-identity') throw noArchive(dir)
  const options = catalogueOptions(fs, dir)
  const catalogue = await currentCatalogue(dir, options, logger)
  const desk = await Desk.open({ fs, dir, readOnly: true, logger })
  const { identity } = state
  const shared = { ...parts, identity, catalogue, catalogueOptions: options, desk }
  return new Store({ ...shared, writing: null })
}

async function openWriting(parts: Given, state: FolderState, unlock: () => void): Promise<Store> {
  const { dir, fs, clock, logger, software } = parts
  for (const name of [NAMES.snapshots, NAMES.tmp]) await makeFolder(join(dir, name))
  const isNew = state.kind !== 'archive' && state.kind !== 'archive-without-identity'
  const identity = await settleIdentity(parts, state, software)
  await ensureReadme(fs, dir)

  const options = catalogueOptions(fs, dir)
  const catalogue = await currentCatalogue(dir, options, isNew ? silentLogger : logger)
  const end = await readLogEnd(dir, catalogue.applied)
  const facts = await mendLogEnd(parts, end)
  await catchUp(dir, catalogue)
  const log = new LogWriter(fs, dir, catalogue.applied)
  if (facts.length > 0) await log.append(facts, clock.now())
  else if (end.head?.seq !== log.last.seq) await log.writeHead(log.last)
  await reconcileBags(parts, log, catalogue.snapshots)
  await catchUp(dir, catalogue)
  await sweepTmp(fs, dir)
  await catalogue.flush()

  const bodies = BodyIndex.open(join(dir, NAMES.bodies))
  if (bodies.appliedSeq > log.last.seq) bodies.clear()
  if (bodies.appliedSeq < log.last.seq) await fillBodies(dir, bodies)
  const desk = await Desk.open({ fs, dir, readOnly: false, logger })
  const queue = await WorkQueue.open({ fs, dir, logger })
  const shared = { ...parts, identity, catalogue, catalogueOptions: options, desk }
  return new Store({ ...shared, writing: { log, bodies, queue, unlock } })
}

/**
 * Opens an archive, makes it where there is none, and mends what a crash left: `tmp/` is emptied, a bag
 * without a log line is finished or set aside, an unfinished log line is set aside, the catalogue catches up.
 *
 * Throws `archive-locked` (another process writes), `archive-newer`, `archive-readonly`, `disk-full`,
 * `bad-input` (the folder holds something else), `not-found` (no archive and not to be made), `io`.
 */
export async function openStore(path: string, options: OpenStoreOptions): Promise<Store> {
  const dir = resolve(path)
  const { clock = systemClock, logger = silentLogger, readOnly = false, fs = nodeFs } = options
  const { create = !readOnly, knownAs = () => null } = options
  const software = `${options.software.name} ${options.software.version} (${options.software.runtime})`
  const given = { dir, fs, clock, logger, software, knownAs }
  try {
    if (readOnly) return await openReading(given)
    const before = await inspectFolder(dir)
    if ((before.kind === 'missing' || before.kind === 'empty') && !create) throw noArchive(dir)
    await makeFolder(dir)
    await assertWritable(dir)
    const unlock = takeLock(dir, clock.now(), software)
    try {
      // Looked at again: while this process waited for nothing, another may have made the archive.
      const state = before.kind === 'archive' ? before : await inspectFolder(dir)
      return await openWriting(given, state, unlock)
    } catch (error) {
      unlock()
      throw error
    }
  } catch (error) {
    throw ioError(error, `The archive ${dir} could not be opened.`, { path: dir })
  }
}
