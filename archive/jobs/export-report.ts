import { resolve } from 'node:path'
import { type ExhibitFacts, exhibitHtml, nameOf, printPdf } from '../exhibit/index.ts'
import { sha256Hex } from '../model/hash.ts'
import { writeNewFile } from '../new-file.ts'
import type { BrowserSource } from '../ports/browser.ts'
import { newExportPath } from './exports-folder.ts'

export interface ReportOptions {
  /** The file to write; there must be none of that name. Default: a new file in the archive's `exports` folder. */
  readonly out?: string
  /** Default: PDF where `out` ends in `.pdf`, else HTML. */
  readonly as?: 'html' | 'pdf'
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

const formatOf = (out = ''): 'html' | 'pdf' => (/\.pdf$/i.test(out) ? 'pdf' : 'html')

function titleOf({ from, to, sources }: ExhibitFacts): string {
  if (sources) return `${nameOf(from)} and ${nameOf(to)}`
  return `${to.record.title ?? to.record.url} ${from.record.version}-${to.record.version}`
}

/** Writes an exhibit. Throws `usage`, `io`, `disk-full`, and for a PDF as `printPdf`. */
export async function exportReport(
  facts: ExhibitFacts,
  { out, as = formatOf(out), signal = new AbortController().signal }: ReportOptions,
  { dir, browser }: { readonly dir: string; readonly browser: BrowserSource },
): Promise<ReportFile> {
  const html = exhibitHtml(facts)
  const bytes = as === 'pdf' ? await printPdf(browser, html, signal) : Buffer.from(html)
  const path =
    out === undefined
      ? await newExportPath(dir, { title: titleOf(facts), at: facts.madeAt, extension: as })
      : resolve(out)
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
