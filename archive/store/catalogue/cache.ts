import { join } from 'node:path'
import { StetError } from '../../errors.ts'
import type { Logger } from '../../ports/logger.ts'
import { NAMES } from '../layout.ts'
import { LOG_START, type LogEntry, readEntries, stillAt } from '../log-read.ts'
import { Catalogue, type CatalogueOptions } from './catalogue.ts'
import { messageOf } from '../io-error.ts'

/** Whether an error says that a cache file is missing or damaged: a reason to make the catalogue anew. */
export function isCacheDamage(error: unknown): boolean {
  return error instanceof StetError && error.code === 'archive-damaged'
}

/** The catalogue on disk where it is sound and belongs to this log, else an empty one to be filled from the log. */
async function loadOrEmpty(dir: string, options: CatalogueOptions, logger: Logger): Promise<Catalogue> {
  try {
    const catalogue = await Catalogue.load(options)
    if (await stillAt(join(dir, NAMES.log), catalogue.applied)) return catalogue
    logger.warn('The catalogue does not fit the log; it is made anew from the log and the snapshots.')
  } catch (error) {
    if (!isCacheDamage(error)) throw error
    logger.warn(`${messageOf(error)} It is made anew from the log and the snapshots.`)
  }
  return Catalogue.empty(options)
}

/** Applies the rest of the log. `onEntry` sees each entry, the torn rest too. */
export async function catchUp(
  dir: string,
  catalogue: Catalogue,
  onEntry?: (entry: LogEntry) => void,
): Promise<void> {
  for await (const entry of readEntries(join(dir, NAMES.log), catalogue.applied)) {
    onEntry?.(entry)
    if (entry.complete) await catalogue.apply(entry.line, entry.position)
  }
}

/** The catalogue as the log stands now, in memory. Damage that shows while lines are applied starts it over. */
export async function currentCatalogue(
  dir: string,
  options: CatalogueOptions,
  logger: Logger,
  onEntry?: (entry: LogEntry) => void,
): Promise<Catalogue> {
  const catalogue = await loadOrEmpty(dir, options, logger)
  try {
    await catchUp(dir, catalogue, onEntry)
    return catalogue
  } catch (error) {
    if (!isCacheDamage(error) || catalogue.applied === LOG_START) throw error
    logger.warn(`${messageOf(error)} It is made anew from the log and the snapshots.`)
    return freshCatalogue(dir, options)
  }
}

/** A catalogue made from the log and the bags alone. */
export async function freshCatalogue(dir: string, options: CatalogueOptions): Promise<Catalogue> {
  const catalogue = Catalogue.empty(options)
  await catchUp(dir, catalogue)
  return catalogue
}
