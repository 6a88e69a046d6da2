import { resolve } from 'node:path'
import { type ExhibitFacts, exhibitHtml, printPdf } from '../exhibit/index.ts'
import { sha256Hex } from '../model/hash.ts'
import type { BrowserSource } from '../ports/browser.ts'
import { writeNewFile } from './new-file.ts'

export interface ReportOptions {
  /** The file to write; there must be none of that name. PDF where it ends in `.pdf`, else HTML. */
  readonly out: string
  readonly signal?: AbortSignal
}

export interface ReportFile {
  readonly path: string
  readonly as: 'report'
  readonly snapshots: number
  /** None: a report holds no records of a web archive. */
  readonly records: 0
  readonly revisits: 0
  readonly bytes: number
  readonly sha256: string
}

/** Writes an exhibit. Throws `usage`, `io`, `disk-full`, and for a PDF as `printPdf`. */
export async function exportReport(
  facts: ExhibitFacts,
  { out, signal = new AbortController().signal }: ReportOptions,
  browser: BrowserSource,
): Promise<ReportFile> {
  const path = resolve(out)
  const html = exhibitHtml(facts)
  const bytes = /\.pdf$/i.test(path) ? await printPdf(browser, html, signal) : Buffer.from(html)
  await writeNewFile(path, bytes)
  return {
    path,
    as: 'report',
    snapshots: 2,
    records: 0,
    revisits: 0,
    bytes: bytes.length,
    sha256: sha256Hex(bytes),
  }
}
