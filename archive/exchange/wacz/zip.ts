import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { StetError } from '../../errors.ts'
import type { Stretch } from '../warc/byte-source.ts'

const STORED = 0
/** An entry that unpacks to more than this, and to more than `BOMB_RATIO` times its size, is a trap. */
const BOMB_BYTES = 64 * 1024 * 1024
const BOMB_RATIO = 200
const MAX_ENTRIES = 100_000

export interface ZipEntryFacts {
  readonly sha256: string
  readonly bytes: number
}

/** A ZIP file for reading: entries by name. Nothing is unpacked under a name that the file gives. */
export interface Zip {
  readonly names: readonly string[]
  /** An entry's bytes. Throws `bad-input` where it is larger than `maxBytes` or damaged; null where there is none. */
  bytes(name: string, maxBytes: number): Promise<Buffer | null>
  /** Reads an entry through. Throws `bad-input` where it is damaged. */
  facts(name: string): Promise<ZipEntryFacts>
  /** Where a stored entry lies inside the file; null for one that is compressed. */
  stretch(name: string): Promise<Stretch | null>
  /** Writes an entry unpacked to `path`. */
  unpack(name: string, path: string): Promise<void>
  close(): void
}

function damaged(title: string, what: string, cause?: unknown): StetError {
  const message = `${title} is not a sound WACZ file: ${what}. Nothing of it was imported; fetch or export the file again.`
  return new StetError('bad-input', message, { path: title }, cause)
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

async function entriesOf(zip: ZipFile, title: string): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>()
  let packed = 0
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName
    if (entries.has(name)) throw damaged(title, `it holds "${name}" twice`)
    if (entry.isEncrypted()) throw damaged(title, `"${name}" is encrypted`)
    packed += entry.compressedSize
    if (packed > zip.fileSize) throw damaged(title, 'its entries overlap, as in a trap')
    if (entries.size >= MAX_ENTRIES) throw damaged(title, `it has more than ${MAX_ENTRIES} entries`)
    if (!name.endsWith('/')) entries.set(name, entry)
  }
  return entries
}

/**
 * Opens a ZIP file. `title` is what messages call it. Throws `bad-input` for what is none, and for names that lead out
 * of it.
 */
export async function openZip(path: string, title = path): Promise<Zip> {
  let zip: ZipFile
  try {
    zip = await openPromise(path, { autoClose: false, lazyEntries: true, strictFileNames: true })
  } catch (error) {
    throw damaged(title, `it cannot be read as a ZIP archive (${wordsOf(error)})`, error)
  }
  let entries: ReadonlyMap<string, Entry>
  try {
    entries = await entriesOf(zip, title)
  } catch (error) {
    zip.close()
    throw StetError.from(error, 'bad-input', damaged(title, wordsOf(error)).message, { path: title })
  }

  async function* flow(entry: Entry): AsyncGenerator<Buffer> {
    const { fileName, compressedSize, uncompressedSize } = entry
    if (uncompressedSize > BOMB_BYTES && uncompressedSize > BOMB_RATIO * compressedSize) {
      throw damaged(title, `"${fileName}" unpacks to more than ${BOMB_RATIO} times its size, as a trap would`)
    }
    try {
      yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>
    } catch (error) {
      throw damaged(title, `"${fileName}" cannot be read (${wordsOf(error)})`, error)
    }
  }

  function entryOf(name: string): Entry {
    const entry = entries.get(name)
    if (!entry) throw damaged(title, `"${name}" is missing`)
    return entry
  }

  return {
    names: [...entries.keys()],
    async bytes(name, maxBytes) {
      const entry = entries.get(name)
      if (!entry) return null
      if (entry.uncompressedSize > maxBytes)
        throw damaged(title, `"${name}" is larger than ${maxBytes} bytes`)
      return Buffer.concat(await Array.fromAsync(flow(entry)))
    },
    async facts(name) {
      const hash = createHash('sha256')
      let bytes = 0
      for await (const chunk of flow(entryOf(name))) {
        hash.update(chunk)
        bytes += chunk.length
      }
      return { sha256: hash.digest('hex'), bytes }
    },
    async stretch(name) {
      const entry = entryOf(name)
      if (entry.compressionMethod !== STORED) return null
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
      return { at: fileDataStart, length: entry.uncompressedSize }
    },
    unpack: (name, to) => pipeline(flow(entryOf(name)), createWriteStream(to, { flags: 'wx' })),
    close: () => zip.close(),
  }
}

/** What lies below a folder of a ZIP file, under the names it has there. */
export function below(zip: Zip, folder: string): Zip {
  return {
    names: zip.names.filter(name => name.startsWith(folder)).map(name => name.slice(folder.length)),
    bytes: (name, maxBytes) => zip.bytes(folder + name, maxBytes),
    facts: name => zip.facts(folder + name),
    stretch: name => zip.stretch(folder + name),
    unpack: (name, path) => zip.unpack(folder + name, path),
    close: () => zip.close(),
  }
}
