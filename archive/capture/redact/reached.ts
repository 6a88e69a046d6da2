import { LEFT_OUT_MARK } from '../../model/secrets/addresses.ts'
import type { BodyRef } from '../../model/captured.ts'
import { sha256Hex } from '../../model/hash.ts'
import type { Redaction, Warning } from '../../model/snapshot.ts'
import type { KeptResources, ReachedPage } from '../engine.ts'
import type { HarContent } from '../har-types.ts'
import { PAGE_PATH } from '../page.ts'
import { formsOf } from './forms.ts'
import type { HeldBodies, SettledBody } from './held-bodies.ts'
import { type Replacement, Replacer } from './replacer.ts'

const HAR = 'data/network.har'
const PICTURE = /\.(?:png|jpe?g|webp)$/

/** What is looked for of these values, and what is written in its place. */
export function replacementsOf(values: readonly string[]): readonly Replacement[] {
  const forms = new Set(values.flatMap(formsOf))
  const to = Buffer.from(LEFT_OUT_MARK)
  const wide = Buffer.from(LEFT_OUT_MARK, 'utf16le')
  return [
    ...Array.from(forms, form => ({ from: Buffer.from(form), to })),
    // Texts in UTF-16, of either order of bytes.
    ...values.flatMap(value => {
      const from = Buffer.from(value, 'utf16le')
      return [
        { from, to: wide },
        { from: Buffer.from(from).swap16(), to: Buffer.from(wide).swap16() },
      ]
    }),
  ]
}

/** Plain data with every text in it replaced; counts how often. */
class TextCleaner {
  readonly #replacer: Replacer
  count = 0

  constructor(replacer: Replacer) {
    this.#replacer = replacer
  }

  clean<T>(data: T): T {
    return this.#clean(data) as T
  }

  #clean(data: unknown): unknown {
    if (typeof data === 'string') {
      const { text, count } = this.#replacer.replaceText(data)
      this.count += count
      return text
    }
    if (Array.isArray(data)) return data.map(one => this.#clean(one))
    if (data === null || typeof data !== 'object' || data instanceof Uint8Array) return data
    return Object.fromEntries(
      Object.entries(data).map(([key, value]) => [this.#clean(key) as string, this.#clean(value)]),
    )
  }
}

/** Where what was held lies now. */
function settled<T extends { readonly path: string }>(
  ref: T,
  bodies: ReadonlyMap<string, SettledBody>,
): T & BodyRef {
  const found = ref.path.startsWith('held:') ? bodies.get(ref.path.slice('held:'.length)) : undefined
  return { ...(ref as T & BodyRef), ...found?.ref }
}

function contentOf(content: HarContent, bodies: ReadonlyMap<string, SettledBody>, page: BodyRef): HarContent {
  const { _file: path, _sha256: hash = '', ...rest } = content
  if (path === undefined) return content
  const ref = path === PAGE_PATH ? page : settled({ path, sha256: hash, bytes: content.size }, bodies)
  return { ...rest, size: ref.bytes, _file: ref.path, _sha256: ref.sha256 }
}

function changedFiles(redactions: readonly Redaction[]): readonly Warning[] {
  const count = redactions.filter(({ where }) => where !== HAR).length
  if (count === 0) return []
  const files = count === 1 ? 'one file' : `${count} files`
  return [
    {
      code: 'values-left-out',
      message: `Values that sign you in stood in ${files} of the page and were left out; what is kept of them is not byte for byte what was received.`,
    },
  ]
}

/**
 * A page that was shown with a sign-in, as it may be kept: none of the values stands anywhere in it, however it was
 * written. Puts the bodies that were held into their places.
 */
export async function reachedWithout(
  values: readonly string[],
  reached: ReachedPage,
  resources: KeptResources,
  held: HeldBodies,
): Promise<ReachedPage> {
  const { bodies, replacer } = await held.settle(replacementsOf(values))
  const redactions: Redaction[] = []
  const note = (where: string, count: number): void => {
    if (count > 0) redactions.push({ where, what: 'values', count })
  }
  const files: Record<string, Uint8Array> = {}
  for (const [path, bytes] of Object.entries(reached.files)) {
    const left = PICTURE.test(path) ? { bytes, count: 0 } : replacer.replace(bytes)
    files[path] = left.bytes
    note(path, left.count)
  }
  for (const { ref, count } of bodies.values()) note(ref.path, count)

  const pageBytes = files[PAGE_PATH] ?? reached.page.bytes
  const pageRef: BodyRef = { path: PAGE_PATH, sha256: sha256Hex(pageBytes), bytes: pageBytes.byteLength }
  const har = new TextCleaner(replacer)
  const entries = resources.entries.map(entry => {
    const { response, ...rest } = har.clean(entry)
    return { ...rest, response: { ...response, content: contentOf(response.content, bodies, pageRef) } }
  })
  note(HAR, har.count)

  const rest = new TextCleaner(replacer)
  const parts = resources.parts.map(part => {
    const { _file: path, _sha256: hash, ...facts } = part
    const ref = settled({ path, sha256: hash, bytes: part.size }, bodies)
    return { ...rest.clean(facts), size: ref.bytes, _file: ref.path, _sha256: ref.sha256 }
  })
  const kept = new Map(
    Array.from(resources.bodies, ([url, body]) => [rest.clean(url), settled(body, bodies)] as const),
  )
  const { bytes: _bytes, ...facts } = reached.page
  return {
    ...reached,
    page: { ...rest.clean(facts), bytes: pageBytes },
    warnings: [...rest.clean(reached.warnings), ...changedFiles(redactions)],
    options: rest.clean(reached.options),
    view: rest.clean(reached.view),
    frames: rest.clean(reached.frames),
    files,
    signedIn: true,
    redactions,
    resources: () =>
      Promise.resolve({
        ...resources,
        bodies: kept,
        entries,
        parts,
        warnings: rest.clean(resources.warnings),
      }),
  }
}

/** Plain data about a capture that failed, without the values. */
export function saidWithout<T>(values: readonly string[], data: T): T {
  return new TextCleaner(new Replacer(replacementsOf(values))).clean(data)
}
