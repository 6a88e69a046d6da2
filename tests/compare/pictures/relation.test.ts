import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { expect, it } from 'vitest'
import { pictureLook, type PictureRelation, relationOf } from '../../../archive/compare/pictures/relation.ts'
import { looksOf } from '../../../archive/library/looks.ts'
import { sha256Hex } from '../../../archive/model/hash.ts'
import { tempDir } from '../../support/temp.ts'

interface Drawn {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** A scene of coloured discs on a slope of colour; each seed has its own. */
function scene(seed: number, width = 360, height = 240): Drawn {
  let state = seed * 9301 + 49297
  const next = () => (state = (state * 9301 + 49297) % 233280) / 233280
  const discs = Array.from({ length: 30 }, () => ({
    x: next(),
    y: next(),
    r: 0.03 + next() / 8,
    colour: [next() * 255, next() * 255, next() * 255],
  }))
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = [x / width, y / height]
      const disc = discs.findLast(d => Math.hypot(u - d.x, ((v - d.y) * height) / width) < d.r)
      data.set(disc ? [...disc.colour, 255] : [200 * u + seed, 180 * v, 120, 255], (y * width + x) * 4)
    }
  }
  return { width, height, data }
}

function cropped({ width, data }: Drawn, x: number, y: number, w: number, h: number): Drawn {
  const out = new Uint8ClampedArray(w * h * 4)
  for (let row = 0; row < h; row++) {
    const from = ((y + row) * width + x) * 4
    out.set(data.subarray(from, from + w * 4), row * w * 4)
  }
  return { width: w, height: h, data: out }
}

const related = (a: Drawn, b: Drawn): PictureRelation =>
  relationOf(pictureLook(a.width, a.height, a.data), pictureLook(b.width, b.height, b.data))

it('knows the same scene in another size', () => {
  for (const seed of [1, 2, 3]) expect(related(scene(seed), scene(seed, 150, 100))).toBe('same')
})

/** A copy with each pixel as the callback gives it. */
function painted(
  { width, height, data }: Drawn,
  paint: (rgb: readonly [number, number, number], x: number, y: number) => readonly number[],
): Drawn {
  const out = new Uint8ClampedArray(data)
  for (let at = 0; at < data.length; at += 4) {
    const pixel = at / 4
    out.set(paint([data[at]!, data[at + 1]!, data[at + 2]!], pixel % width, Math.floor(pixel / width)), at)
  }
  return { width, height, data: out }
}

const isIn = (x: number, y: number): boolean => x >= 200 && x < 216 && y >= 90 && y < 112

it('knows a scene that was made brighter, or lost a few rows', () => {
  for (const seed of [1, 2, 3]) {
    const whole = scene(seed)
    expect(
      related(
        whole,
        painted(whole, rgb => rgb.map(value => value * 0.8 + 40)),
      ),
    ).toBe('same')
    expect(related(whole, cropped(whole, 2, 1, 356, 237))).toBe('same')
    expect(related(cropped(whole, 2, 1, 356, 237), whole)).toBe('same')
  }
})

it('tells a scene with something painted over in a small place, and one without its colours, from the same one', () => {
  for (const seed of [1, 2, 3]) {
    const whole = scene(seed)
    const retouched = painted(whole, (rgb, x, y) => (isIn(x, y) ? rgb.map(value => 255 - value) : rgb))
    const grey = painted(whole, ([r, g, b]) => [0, 0, 0].map(() => 0.3 * r + 0.6 * g + 0.1 * b))
    for (const other of [retouched, grey]) {
      expect(related(whole, other)).toBe('altered')
      expect(related(other, whole)).toBe('altered')
    }
  }
})

it('knows a part of a scene, and says which of the two is the part', () => {
  for (const seed of [1, 2, 3]) {
    const whole = scene(seed)
    for (const part of [cropped(whole, 0, 20, 360, 203), cropped(whole, 100, 30, 180, 180)]) {
      expect(related(whole, part)).toBe('crop')
      expect(related(part, whole)).toBe('wider')
    }
  }
})

it('takes no scene for another', () => {
  for (const [a, b] of [
    [1, 2],
    [3, 4],
    [5, 60],
  ] as const)
    expect(related(scene(a), scene(b))).toBe('other')
})

it('tells plain pictures by their shade', () => {
  const plain = (shade: number): Drawn => ({
    width: 40,
    height: 40,
    data: new Uint8ClampedArray(6400).fill(shade),
  })
  expect(related(plain(255), plain(250))).toBe('same')
  expect(related(plain(255), plain(90))).toBe('other')
})

const require = createRequire(import.meta.url)

async function jpeg(picture: Drawn, quality: number): Promise<Buffer> {
  const { default: encode, init } = (await import('@jsquash/jpeg/encode.js')) as {
    default: (data: Drawn, options: { quality: number }) => Promise<ArrayBuffer>
    init: (module: WebAssembly.Module) => Promise<void>
  }
  const wasm = await readFile(require.resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'))
  await init(await WebAssembly.compile(wasm))
  return Buffer.from(await encode(picture, { quality }))
}

function png({ width, height, data }: Drawn): Buffer {
  const file = new PNG({ width, height })
  file.data = Buffer.from(data)
  return PNG.sync.write(file)
}

/** A bag as far as pictures need one. */
async function bagOf(dir: string, name: string, bodies: readonly Buffer[]) {
  const bag = join(dir, name)
  await mkdir(join(bag, 'data', 'resources'), { recursive: true })
  const lines = await Promise.all(
    bodies.map(async bytes => {
      const hash = sha256Hex(bytes)
      await writeFile(join(bag, 'data', 'resources', `${hash}.bin`), bytes)
      return `${hash}  data/resources/${hash}.bin`
    }),
  )
  await writeFile(join(bag, 'manifest-sha256.txt'), `${lines.join('\n')}\n`)
  const hashes = bodies.map(bytes => sha256Hex(bytes))
  return {
    held: { bag, pictures: Object.fromEntries(hashes.map(hash => [`https://x.test/${hash}`, hash])) },
    hashes,
  }
}

it('looks at the pictures of two bags, whatever format they are in, and says nothing of what it cannot read', async () => {
  const dir = await tempDir()
  const broken = Buffer.from('this is no picture at all')
  const from = await bagOf(dir, 'from', [png(scene(1)), png(scene(2)), broken])
  const to = await bagOf(dir, 'to', [
    await jpeg(scene(1), 60),
    await jpeg(cropped(scene(2), 60, 20, 200, 160), 80),
  ])
  const relation = await looksOf(from.held, to.held)
  expect(relation(from.hashes[0]!, to.hashes[0]!)).toBe('same')
  expect(relation(from.hashes[1]!, to.hashes[1]!)).toBe('crop')
  expect(relation(from.hashes[0]!, to.hashes[1]!)).toBe('other')
  expect(relation(from.hashes[2]!, to.hashes[0]!)).toBeNull()
})
