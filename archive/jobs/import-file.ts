import { PAGE_PATH } from '../capture/index.ts'
import { type Imported, type ImportOptions, readImport } from '../capture/import/index.ts'
import type { CaptureResult } from '../model/capture-result.ts'
import type { BodyRef, CapturedPage, CapturedResources } from '../model/captured.ts'
import { fileUrlOf } from '../model/ids.ts'
import type { SnapshotRecord, Warning, WebArchiveFacts } from '../model/snapshot.ts'
import type { CleanTask, Workers } from '../ports/workers.ts'
import type { Stage } from '../store/index.ts'
import { keepStory, type KeepDeps } from './keep.ts'
import type { ProgressMeter } from './progress.ts'

export interface ImportDeps extends KeepDeps {
  readonly workers: Workers
  readonly signal: AbortSignal
  readonly meter: ProgressMeter
}

/** A file to import: its bytes and what its folder says of it. */
export interface FileToImport {
  /** As the person gave it; shown back to them. */
  readonly input: string
  readonly fileName: string
  /** RFC 3339; null for standard input. */
  readonly modifiedAt: string | null
  readonly bytes: Uint8Array
  /** The web archive that the file stood in. */
  readonly webArchive?: WebArchiveFacts
}

/**
 * One import, from a file's bytes to a sealed folder: read what the file is, clean it, keep it with the bytes
 * it came in. Ends in a snapshot or a check; throws `StetError` `bad-input` where the file is not what its
 * name says or holds no text.
 */
export async function importFile(
  file: FileToImport,
  options: ImportOptions,
  deps: ImportDeps,
): Promise<CaptureResult> {
  const { meter } = deps
  meter.step('page')
  meter.hooks.onBytes(file.bytes.length)
  const imported = await readImport(file.bytes, file, options)
  meter.step('cleaning')
  const { article } = await deps.workers.clean(taskOf(imported, file), deps.signal)
  meter.step('keeping')
  const stage = await deps.store.stage()
  try {
    const { page, clock } = placedPage(imported, options, deps)
    const resources = await storeParts(imported, stage)
    const story = {
      input: file.input,
      page,
      article,
      resources,
      har: importHar(imported, resources, deps),
      files: filesOf(imported, file),
      engine: { name: 'import', version: deps.software.version },
      clock,
      import: file.webArchive
        ? { ...imported.page.import, webArchive: file.webArchive }
        : imported.page.import,
      options: {},
      warnings: warningsOf(article.words),
      keep: false,
    } as const
    return await keepStory(story, stage, deps)
  } finally {
    await stage.discard()
  }
}

/** Base of the links in a page whose address nobody knows: relative ones then lead nowhere, as they should. */
const NO_ADDRESS = 'about:blank'

function taskOf({ page, text }: Imported, { fileName }: FileToImport): CleanTask {
  return text
    ? { kind: 'text', text: text.text, markdown: text.markdown, fileName }
    : { kind: 'page', html: page.html, url: page.finalUrl || NO_ADDRESS }
}

/**
 * The page under its own address, or under the name of its bytes, and dated: as the person says, as the file
 * says, as the file system says, or now.
 */
function placedPage(
  imported: Imported,
  options: ImportOptions,
  { clock }: ImportDeps,
): { page: CapturedPage; clock: SnapshotRecord['clock'] } {
  const { savedAt, fileModifiedAt, sha256 } = imported.page.import
  const address = imported.page.finalUrl || fileUrlOf(sha256)
  const page = { ...imported.page, requestedUrl: address, finalUrl: address }
  if (options.capturedAt) return { page: { ...page, capturedAt: options.capturedAt }, clock: 'person' }
  const known = savedAt ?? fileModifiedAt
  if (known !== null) return { page: { ...page, capturedAt: new Date(known).toISOString() }, clock: 'file' }
  return { page: { ...page, capturedAt: clock.now() }, clock: 'system' }
}

/** Puts what a single-file page carries (pictures, styles, frames) into the bag, under the addresses it had. */
async function storeParts({ parts }: Imported, { sink }: Stage): Promise<CapturedResources> {
  const bodies = new Map<string, BodyRef & { mime: string | null }>()
  for (const { url, mime, bytes } of parts) {
    if (bytes.length > 0) bodies.set(url, { ...(await sink.put(bytes, { mime, url })), mime })
  }
  const counts = { wanted: parts.length, kept: bodies.size, failed: 0, skipped: parts.length - bodies.size }
  return { bodies, counts, warnings: [] }
}

const ORIGINAL_EXTENSION = { mhtml: 'mhtml', text: 'txt', markdown: 'md' } as const

/** The file as it was given, byte for byte; and the page out of it, where the file is more than the page. */
function filesOf({ kind, page }: Imported, { bytes }: FileToImport): Record<string, Uint8Array> {
  if (kind === 'html' || kind === 'singlefile') return { [PAGE_PATH]: bytes }
  const original = { [`data/original.${ORIGINAL_EXTENSION[kind]}`]: bytes }
  return kind === 'mhtml' ? { ...original, [PAGE_PATH]: page.bytes } : original
}

/**
 * Nothing went over the network: a HAR without entries says so. `_parts` (ours) says under which address each stored
 * part stood in the file; without it, nobody could tell what the page's style sheets and frames are.
 */
function importHar({ page }: Imported, { bodies }: CapturedResources, { software }: ImportDeps): unknown {
  return {
    log: {
      version: '1.2',
      creator: { name: software.name, version: software.version },
      pages: [],
      entries: [],
      comment: `Imported from ${page.import.fileName}; Stet did not witness its requests.`,
      _parts: Array.from(bodies, ([url, { path, sha256, bytes, mime }]) => ({
        url,
        size: bytes,
        mimeType: mime,
        _file: path,
        _sha256: sha256,
      })),
    },
  }
}

function warningsOf(words: number): readonly Warning[] {
  if (words > 0) return []
  return [{ code: 'no-text', message: 'No text was found in this file; its bytes are kept.' }]
}
