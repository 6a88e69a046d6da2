import { type StetErrorJson, StetError } from '../../errors.ts'
import { openWebArchive, type WaczSignature } from '../../exchange/index.ts'
import type { CaptureResult } from '../../model/capture-result.ts'
import { ProgressMeter } from '../progress.ts'
import { type FailedInput, runAll, type RunAllAnswer, type RunAllOptions } from '../run-all.ts'
import { type ArchiveDeps, importArchivedPage } from './import-page.ts'

/** What one WARC or WACZ file held, besides the results for its pages. */
export interface WebArchiveReport {
  readonly input: string
  readonly kind: 'warc' | 'wacz'
  readonly pages: number
  readonly records: number
  readonly sha256: string
  /** Null for a WARC, which cannot be signed. */
  readonly signature: WaczSignature | null
  /** What is wrong with the file, in words. */
  readonly problems: readonly string[]
}

export interface ImportedArchive extends RunAllAnswer {
  /** Null where the file could not be opened; `failed` then says why. */
  readonly archive: WebArchiveReport | null
}

export interface ArchiveToImport {
  readonly path: string
  /** What the person calls it. */
  readonly name: string
}

type Deps = Omit<ArchiveDeps, 'meter'> & {
  readonly onProgress: ConstructorParameters<typeof ProgressMeter>[1]
}

/** Imports every page of a web archive; a page that cannot be kept stops no other. */
export async function importWebArchive(
  { path, name }: ArchiveToImport,
  deps: Deps,
  run: RunAllOptions,
): Promise<ImportedArchive> {
  let archive
  try {
    archive = await openWebArchive(path, name, deps.signal)
  } catch (error) {
    if (run.signal.aborted) return { results: [], failed: [], archive: null }
    const known: StetErrorJson = StetError.from(
      error,
      'internal',
      `${name} could not be read; nothing of it was kept.`,
    ).toJSON()
    const failure: FailedInput = { input: name, error: known }
    run.onResult(failure, 1, 1)
    return { results: [], failed: [failure], archive: null }
  }
  try {
    const open = archive
    const { kind, pages, records, sha256, signature, problems } = open
    // Versions are numbered in the order in which they are kept: the oldest first.
    const ordered = pages.toSorted((a, b) => (a.record?.at ?? 0) - (b.record?.at ?? 0))
    const again = new Set(pages.map(({ url }) => url)).size < pages.length
    const inputOf = (page: (typeof pages)[number]) => (pages.length === 1 ? name : `${name} ${page.url}`)
    const answer = await runAll(
      ordered,
      inputOf,
      (page): Promise<CaptureResult> => {
        const input = inputOf(page)
        return importArchivedPage(
          { archive: open, page, input },
          { ...deps, meter: new ProgressMeter(input, deps.onProgress) },
        )
      },
      again ? { ...run, concurrency: 1 } : run,
    )
    return {
      ...answer,
      archive: { input: name, kind, pages: pages.length, records, sha256, signature, problems },
    }
  } finally {
    await archive.close()
  }
}

/**
 * All pages of a web archive as one result, for hosts that count files. Throws the first error where no page could be
 * kept, and `bad-input` where there was none.
 */
export function summedUp(name: string, { results, failed, archive }: ImportedArchive): CaptureResult {
  const last = results.findLast(({ outcome }) => outcome !== 'attempt') ?? results.at(-1)
  const [failure] = failed
  if (!last && failure) throw StetError.fromJSON(failure.error)
  if (!last) {
    const message = `${name} holds no page, so there was nothing to keep.`
    throw new StetError('bad-input', message, { fileName: name })
  }
  const ended = (outcome: CaptureResult['outcome']) =>
    results.filter(result => result.outcome === outcome).length
  const counts = [
    `${ended('snapshot')} kept`,
    `${ended('check')} unchanged`,
    `${ended('attempt')} not reached`,
    `${failed.length} failed`,
  ]
  const message = `${archive?.pages ?? results.length} pages in this file: ${counts.join(', ')}.`
  const damage = (archive?.problems ?? []).map(problem => ({ code: 'file-damaged', message: `${problem}.` }))
  const { signature = null } = archive ?? {}
  const signed = signature ? [{ code: `signature-${signature.state}`, message: signature.note }] : []
  const ofFile = [{ code: 'web-archive', message }, ...signed, ...damage]
  // A page repeats what is said of the signature.
  const ofPage = last.warnings.filter(({ code }) => !signed.some(one => one.code === code))
  return { ...last, input: name, warnings: [...ofFile, ...ofPage] }
}
