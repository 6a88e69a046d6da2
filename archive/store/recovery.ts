import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../ports/clock.ts'
import type { Logger } from '../ports/logger.ts'
import { BagChecker } from './bag-check.ts'
import { readRecord, snapshotFacts } from './bag-facts.ts'
import { listBags } from './bag-list.ts'
import { dropEmptyFolders, removeBag } from './bag-moves.ts'
import { bagName, idOfBagName, inArchive, NAMES } from './layout.ts'
import type { StoreFs } from './fs.ts'
import type { LogWriter } from './log.ts'
import type { LogEnd } from './log-end.ts'
import type { LogFacts } from './log-line.ts'
import { readEntries } from './log-read.ts'

export interface RecoveryContext {
  readonly fs: StoreFs
  readonly dir: string
  readonly clock: Clock
  readonly logger: Logger
}

/** Keeps a copy of bytes under `quarantine/`; resolves to its path relative to the archive. */
async function keepAside(context: RecoveryContext, name: string, bytes: Uint8Array): Promise<string> {
  const folder = join(context.dir, NAMES.quarantine)
  await context.fs.mkdir(folder)
  const path = `${NAMES.quarantine}/${name}`
  await context.fs.writeNew(inArchive(context.dir, path), bytes, 0o444)
  await context.fs.syncFile(inArchive(context.dir, path))
  await context.fs.syncFolder(folder)
  return path
}

const unique = () => randomBytes(4).toString('hex')

/**
 * Mends the end of the log before anything is added: a line whose newline was lost gets it back, another
 * unfinished line is set aside. Resolves to what the log should say of it; `size` is where the log ends now.
 */
export async function mendLogEnd(context: RecoveryContext, end: LogEnd): Promise<LogFacts[]> {
  const { fs, dir, logger } = context
  const path = join(dir, NAMES.log)
  if (end.torn === null) {
    if (end.headFits) return []
    const expected = end.head ? `line ${end.head.seq} with hash ${end.head.hash}` : 'nothing readable'
    const message =
      `The log was changed from outside: ${NAMES.head} named ${expected} as the last line; ` +
      `found line ${end.last.seq} with hash ${end.last.hash}.`
    logger.warn(`${message} Run "verify" to see what is affected.`)
    return [{ type: 'recovery', what: 'log-changed', message, keptAs: null }]
  }
  if (end.tornIsWhole) {
    await fs.writeAt(path, end.last.end + end.torn.length, Buffer.from('\n'))
    logger.warn("The log's last line had lost its line break; it was put back.")
    return []
  }
  const keptAs = await keepAside(context, `log-line-${end.last.seq + 1}-${unique()}.txt`, end.torn)
  await fs.cut(path, end.last.end)
  const message = `The log ended in an unfinished line of ${end.torn.length} bytes; it was set aside.`
  logger.warn(`${message} It is kept as ${keptAs}.`)
  return [{ type: 'recovery', what: 'torn-line', message, keptAs }]
}

interface Logged {
  readonly held: ReadonlySet<string>
  readonly purged: ReadonlySet<string>
}

async function loggedBags(dir: string): Promise<Logged> {
  const held = new Set<string>()
  const purged = new Set<string>()
  for await (const entry of readEntries(join(dir, NAMES.log))) {
    if (!entry.complete) continue
    if (entry.line?.type === 'snapshot') held.add(entry.line.path)
    if (entry.line?.type === 'purge') purged.add(entry.line.path)
  }
  return { held, purged }
}

async function setBagAside(context: RecoveryContext, path: string, why: string): Promise<LogFacts> {
  const { fs, dir, logger } = context
  const name = `${path.split('/').at(-1)}-${unique()}`
  const keptAs = `${NAMES.quarantine}/${name}`
  const message = `The snapshot folder ${path} has no line in the log and ${why}. It was moved to ${keptAs}.`
  await keepAside(context, `${name}.txt`, Buffer.from(`${message}\n`))
  await fs.rename(inArchive(dir, path), inArchive(dir, keptAs))
  await fs.syncFolder(join(dir, NAMES.quarantine))
  await dropEmptyFolders(fs, dir, path)
  logger.warn(message)
  return { type: 'recovery', what: 'bag-set-aside', message, keptAs }
}

/** What to log of a bag that has no line: its snapshot where the bag is whole, else that it was set aside. */
async function finishBag(context: RecoveryContext, path: string): Promise<LogFacts> {
  const { dir, logger } = context
  const bagDir = inArchive(dir, path)
  const { problems, fixityHash, payload } = new BagChecker().check({ dir, path, fixityHash: null })
  const first = problems[0]
  if (first || fixityHash === null) {
    return setBagAside(
      context,
      path,
      `is not whole (${first?.code ?? 'file-missing'}: ${first?.path ?? path})`,
    )
  }
  const record = await readRecord(bagDir)
  const name = path.split('/').at(-1)!
  if (
    !record ||
    record.snapshotId !== idOfBagName(name) ||
    bagName(record.capturedAt, record.snapshotId) !== name
  ) {
    return setBagAside(context, path, 'its data/snapshot.json speaks of another snapshot')
  }
  logger.warn(`The snapshot ${path} was saved whole but not yet in the log when Stet was stopped; it is now.`)
  const facts = await snapshotFacts(record, bagDir, { path, fixityHash, ...payload })
  return { ...facts, recovered: true }
}

/**
 * Brings folders and log together after a crash: a bag without a line is finished or set aside, a purge that
 * was begun is finished, empty month folders go. Cheap where nothing is wrong: `expectedBags` is then what
 * the folders count, and the log is not read.
 */
export async function reconcileBags(
  context: RecoveryContext,
  log: LogWriter,
  expectedBags: number,
): Promise<boolean> {
  const { fs, dir, clock } = context
  const listing = await listBags(dir)
  for (const stray of listing.strays) {
    if (stray.kind === 'folder') await dropEmptyFolders(fs, dir, `${stray.path}/x`)
  }
  const leftovers = await readdir(join(dir, NAMES.tmp)).catch(() => [])
  if (listing.bags.length === expectedBags && leftovers.length === 0) return false
  const { held, purged } = await loggedBags(dir)
  let changed = false
  for (const path of listing.bags) {
    if (purged.has(path)) {
      await removeBag(fs, dir, join(dir, NAMES.tmp, path.split('/').at(-1)!), path)
    } else if (!held.has(path)) {
      await log.append([await finishBag(context, path)], clock.now())
      changed = true
    }
  }
  return changed
}

/** Empties `tmp/`. */
export async function sweepTmp(fs: StoreFs, dir: string): Promise<void> {
  const tmp = join(dir, NAMES.tmp)
  for (const name of await readdir(tmp)) await fs.remove(join(tmp, name))
}
