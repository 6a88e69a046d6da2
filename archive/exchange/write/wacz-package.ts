import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { WarcFlow } from './warc-flow.ts'
import type { Written } from './written.ts'

export interface PackageFacts {
  readonly title: string
  /** RFC 3339. */
  readonly created: string
  readonly software: { readonly name: string; readonly version: string }
}

interface Resource {
  readonly name: string
  readonly path: string
  readonly hash: string
  readonly bytes: number
}

/** About how large one WARC file inside may become (WARC 1.1, annex C, advises 1 GB). */
const MAX_WARC_BYTES = 1_000_000_000
const PAGES_HEADER = '{"format":"json-pages-1.0","id":"pages","title":"All Pages","hasText":true}\n'

/** A WACZ under construction: read `output` to its end while `write` fills it. */
export class WaczPackage {
  readonly #zip = new ZipFile()
  readonly #resources: Resource[] = []
  readonly #mtime: Date
  readonly #facts: PackageFacts

  constructor(facts: PackageFacts) {
    this.#facts = facts
    this.#mtime = new Date(facts.created)
  }

  get output(): AsyncIterable<Buffer> {
    return this.#zip.outputStream as unknown as AsyncIterable<Buffer>
  }

  /** Writes everything: WARC files, index, pages, and at last the lists that answer for them. */
  async write(flow: WarcFlow, written: Written): Promise<void> {
    // A replayer reads parts of the WARC files where they lie: they are stored, not compressed once more.
    for (let n = 0; !flow.ended; n++) {
      const filename = `data-${String(n).padStart(5, '0')}.warc.gz`
      await this.#add(
        `archive/${filename}`,
        flow.file(filename, { gzip: true, maxBytes: MAX_WARC_BYTES }),
        false,
      )
    }
    await this.#add('indexes/index.cdx', written.lines('index', 'bytes'), true)
    await this.#add('pages/pages.jsonl', withHeader(written.lines('pages', 'added')), true)
    const { title, created, software } = this.#facts
    const datapackage = {
      profile: 'data-package',
      wacz_version: '1.1.1',
      title,
      created,
      software: `${software.name} ${software.version}`,
      resources: this.#resources,
    }
    const text = JSON.stringify(datapackage, null, 2) + '\n'
    await this.#add('datapackage.json', [text], true)
    const hash = `sha256:${createHash('sha256').update(text).digest('hex')}`
    await this.#add(
      'datapackage-digest.json',
      [JSON.stringify({ path: 'datapackage.json', hash }, null, 2) + '\n'],
      true,
    )
    this.#zip.end()
  }

  async #add(
    path: string,
    content: Iterable<string> | AsyncIterable<Buffer>,
    compress: boolean,
  ): Promise<void> {
    const hash = createHash('sha256')
    let bytes = 0
    async function* counted(): AsyncGenerator<Buffer> {
      for await (const piece of content) {
        const buffer = Buffer.from(piece)
        hash.update(buffer)
        bytes += buffer.length
        yield buffer
      }
    }
    await new Promise<void>((resolve, reject) => {
      const stream = Readable.from(counted(), { objectMode: false })
      stream.once('end', resolve)
      stream.once('error', reject)
      this.#zip.addReadStream(stream, path, { compress, mtime: this.#mtime, mode: 0o100644 })
    })
    const name = path.slice(path.lastIndexOf('/') + 1)
    this.#resources.push({ name, path, hash: `sha256:${hash.digest('hex')}`, bytes })
  }
}

function* withHeader(lines: Iterable<string>): Generator<string> {
  yield PAGES_HEADER
  yield* lines
}
