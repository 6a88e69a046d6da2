import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import {
  type PictureLook,
  pictureLook,
  type PictureRelation,
  relationOf,
} from '../compare/pictures/relation.ts'
import { MANIFEST, parseManifest } from '../store/bag-text.ts'
import { PICTURE_HEAD_BYTES, pictureSize } from './reading/picture-size.ts'

interface Decoded {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array | Uint8ClampedArray
}
type Decode = (bytes: Buffer) => Promise<Decoded | null> | Decoded

/** Larger pictures are told by their bytes alone. */
const MAX_PIXELS = 40_000_000
const MAX_BYTES = 32 * 1024 * 1024

/** Not called `require`: the desktop's bundles have one of their own. */
const packages = createRequire(import.meta.url)

/** What the codecs make their answers with; browsers have it, Node does not. */
class PlainImageData implements Decoded {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data
    this.width = width
    this.height = height
  }
}

interface Codec {
  readonly default: (bytes: ArrayBuffer) => Promise<Decoded | null>
  readonly init: (module: WebAssembly.Module) => Promise<void>
}

/** A codec compiled to WebAssembly: a hostile picture reaches nothing outside its memory. */
async function codec(loading: Promise<Codec>, wasm: string): Promise<Decode> {
  ;(globalThis as { ImageData?: unknown }).ImageData ??= PlainImageData
  const { default: decode, init } = await loading
  await init(await WebAssembly.compile(await readFile(packages.resolve(wasm))))
  return bytes => decode(new Uint8Array(bytes).buffer)
}

/** Formats by their first bytes. */
const FORMATS: readonly {
  readonly starts: (bytes: Buffer) => boolean
  readonly load: () => Promise<Decode>
}[] = [
  {
    starts: bytes => bytes.readUInt16BE(0) === 0xff_d8,
    load: () => codec(import('@jsquash/jpeg/decode.js'), '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'),
  },
  {
    starts: bytes => bytes.readUInt32BE(0) === 0x89_50_4e_47,
    load: async () => {
      const { PNG } = await import('pngjs')
      return bytes => PNG.sync.read(bytes)
    },
  },
  {
    starts: bytes => bytes.toString('latin1', 8, 12) === 'WEBP',
    load: () => codec(import('@jsquash/webp/decode.js'), '@jsquash/webp/codec/dec/webp_dec.wasm'),
  },
  {
    starts: bytes => /^ftypavi[fs]$/.test(bytes.toString('latin1', 4, 12)),
    load: () => codec(import('@jsquash/avif/decode.js'), '@jsquash/avif/codec/dec/avif_dec.wasm'),
  },
]
const loaded = new Map<(typeof FORMATS)[number], Promise<Decode>>()

/** What a picture's file looks like; null where it is of no format that is known here, or cannot be read. */
async function look(path: string): Promise<PictureLook | null> {
  try {
    const bytes = await readFile(path)
    if (bytes.length < 16 || bytes.length > MAX_BYTES) return null
    const size = pictureSize(bytes.subarray(0, PICTURE_HEAD_BYTES))
    const format = FORMATS.find(({ starts }) => starts(bytes))
    if (!format || !size || size.width * size.height > MAX_PIXELS) return null
    let decode = loaded.get(format)
    if (!decode) loaded.set(format, (decode = format.load()))
    const decoded = await (await decode)(bytes)
    return decoded && pictureLook(decoded.width, decoded.height, decoded.data)
  } catch {
    // What cannot be decoded is told by its bytes; `verify` says whether the file is whole.
    return null
  }
}

/** A bag's pictures: `sha256` of each by its URL, and where they lie. */
export interface PicturesHeld {
  readonly bag: string
  readonly pictures: Readonly<Record<string, string>>
}

/** More pictures than a story has are not looked at. */
const MAX_LOOKS = 24

async function pathsOf({ bag }: PicturesHeld): Promise<ReadonlyMap<string, string>> {
  const { entries } = parseManifest(await readFile(join(bag, MANIFEST), 'utf8'))
  return new Map(entries.map(({ path, sha256 }) => [sha256, join(bag, ...path.split('/'))]))
}

/**
 * Looks at the pictures that stand in one of two snapshots only. Answers with a function that says what two of them
 * have to do with each other, by their hashes; null where one of them could not be looked at.
 */
export async function looksOf(
  from: PicturesHeld,
  to: PicturesHeld,
): Promise<(fromHash: string, toHash: string) => PictureRelation | null> {
  const [olds, news] = [new Set(Object.values(from.pictures)), new Set(Object.values(to.pictures))]
  const gone = [...olds].filter(hash => !news.has(hash)).slice(0, MAX_LOOKS)
  const came = [...news].filter(hash => !olds.has(hash)).slice(0, MAX_LOOKS)
  const looks = new Map<string, PictureLook | null>()
  if (gone.length > 0 && came.length > 0) {
    for (const [hashes, held] of [[gone, from] as const, [came, to] as const]) {
      const paths = await pathsOf(held)
      for (const hash of hashes) looks.set(hash, paths.has(hash) ? await look(paths.get(hash)!) : null)
    }
  }
  return (fromHash, toHash) => {
    const [old, now] = [looks.get(fromHash), looks.get(toHash)]
    return old && now ? relationOf(old, now) : null
  }
}
