import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { StetError } from '../../errors.ts'
import { makeNewFile } from '../../new-file.ts'
import type { ExportedSnapshot } from './outgoing.ts'
import { WaczPackage } from './wacz-package.ts'
import { WarcFlow } from './warc-flow.ts'
import { Written } from './written.ts'

export interface WebArchiveExport {
  readonly as: 'warc' | 'wacz'
  /** The file to write; there must be none of that name. A WARC is compressed unless its name ends in `.warc`. */
  readonly out: string
  readonly title: string
  readonly snapshots: AsyncIterable<ExportedSnapshot>
  readonly software: { readonly name: string; readonly version: string }
  /** RFC 3339; now. */
  readonly created: string
  readonly signal: AbortSignal
  /** Told after each snapshot how many are written. */
  readonly onSnapshot: (done: number) => void
}

export interface WebArchiveExportReport {
  readonly path: string
  readonly as: 'warc' | 'wacz'
  readonly snapshots: number
  readonly records: number
  /** Records that stand for a body written before. */
  readonly revisits: number
  readonly bytes: number
  readonly sha256: string
}

/** A WARC in one file: however long it gets, it is one. */
const WHOLE = Infinity

async function pourOut(asked: WebArchiveExport, flow: WarcFlow, written: Written, part: string) {
  const hash = createHash('sha256')
  let bytes = 0
  const target = createWriteStream(part, { flags: 'wx' })
  const counted = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  if (asked.as === 'wacz') {
    const wacz = new WaczPackage(asked)
    const stop = new AbortController()
    const failed = (error: unknown) => {
      stop.abort(error)
      throw error
    }
    const writing = wacz.write(flow, written).catch(failed)
    await Promise.all([
      writing,
      pipeline(counted(wacz.output), target, { signal: stop.signal }).catch(failed),
    ]).catch(error => {
      throw stop.signal.reason ?? error
    })
  } else {
    const name = asked.out.slice(Math.max(asked.out.lastIndexOf('/'), asked.out.lastIndexOf('\\')) + 1)
    const gzip = !/\.warc$/i.test(name)
    await pipeline(counted(flow.file(name, { gzip, maxBytes: WHOLE })), target)
  }
  return { bytes, sha256: hash.digest('hex') }
}

/**
 * Writes snapshots as WARC 1.1 or WACZ 1.1.1, in memory that does not grow with their number. The file appears under
 * its name once it is whole. Throws `usage` where one of that name exists, `io`, `disk-full`, `cancelled`.
 */
export async function exportWebArchive(asked: WebArchiveExport): Promise<WebArchiveExportReport> {
  const { out, as, signal } = asked
  const dir = await mkdtemp(join(tmpdir(), 'stet-export-'))
  const written = new Written(join(dir, 'written.sqlite'))
  const flow = new WarcFlow(asked.snapshots, written, asked)
  try {
    const { bytes, sha256 } = await makeNewFile(out, part => pourOut(asked, flow, written, part))
    return { path: out, as, ...flow.counts, bytes, sha256 }
  } catch (error) {
    if (!signal.aborted) throw error
    throw new StetError('cancelled', `Stopped. ${out} was not written; the archive is as it was.`, {
      path: out,
    })
  } finally {
    await flow.close()
    written.close()
    await rm(dir, { recursive: true, force: true })
  }
}
