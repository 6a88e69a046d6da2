import { withoutCredentials } from '../model/secrets/addresses.ts'
import type { BagFiles, StoredBody } from './types.ts'

/** What is read of `network.har`; Stet wrote it, and `verify` answers for it. */
interface HarEntry {
  readonly request?: { readonly url?: string }
  readonly response?: {
    readonly redirectURL?: string
    readonly content?: { readonly size?: number; readonly mimeType?: string; readonly _file?: string }
  }
}

/** A part of an imported file: Stet did not see its request, so it is no HAR entry. */
interface HarPart {
  readonly url?: string
  readonly mimeType?: string | null
  readonly size?: number
  readonly _file?: string
}

interface HarFile {
  readonly log?: { readonly entries?: readonly HarEntry[]; readonly _parts?: readonly HarPart[] }
}

const RESOURCES = 'data/resources/'
const MAX_REDIRECTS = 20

export function withoutFragment(url: string): string {
  const at = url.indexOf('#')
  return at < 0 ? url : url.slice(0, at)
}

/** The form in which addresses are compared: as `network.har` has them, without what signs anybody in. */
const keyOf = (url: string): string => withoutCredentials(withoutFragment(url))

/** Which stored body answers which address. */
export class StoredBodies {
  readonly #bodies = new Map<string, StoredBody & { readonly urls: string[] }>()
  readonly #byUrl = new Map<string, string>()
  readonly #redirects = new Map<string, string>()
  readonly #held: ReadonlySet<string>
  readonly #asked = new Set<string>()

  private constructor(held: ReadonlySet<string>) {
    this.#held = held
  }

  /** `pictures` are those of `snapshot.json`: all an import knew before it kept a list of parts. */
  static async read(files: BagFiles, pictures: Readonly<Record<string, string>>): Promise<StoredBodies> {
    const [listed, har] = await Promise.all([
      files.files(),
      files.json('data/network.har') as Promise<HarFile>,
    ])
    const out = new StoredBodies(new Set(listed.map(file => file.path)))
    const { entries = [], _parts: parts = [] } = har.log ?? {}
    for (const { request, response } of entries) {
      const url = request?.url
      if (!url || !response) continue
      out.#asked.add(withoutFragment(url))
      if (response.redirectURL) out.#redirects.set(keyOf(url), keyOf(response.redirectURL))
      const { _file: path, mimeType = null, size = null } = response.content ?? {}
      out.#add(url, path, mimeType, size)
    }
    for (const { url, _file: path, mimeType = null, size = null } of parts) {
      if (url) out.#add(url, path, mimeType, size)
    }
    const paths = new Map(listed.map(file => [file.sha256, file.path]))
    for (const [url, sha256] of Object.entries(pictures)) out.#add(url, paths.get(sha256), null, null)
    return out
  }

  #add(address: string, path: string | undefined, contentType: string | null, bytes: number | null): void {
    const url = keyOf(address)
    if (!path?.startsWith(RESOURCES) || !this.#held.has(path) || this.#byUrl.has(url)) return
    this.#byUrl.set(url, path)
    const known = this.#bodies.get(path)
    if (known) known.urls.push(url)
    else this.#bodies.set(path, { path, bytes, contentType, urls: [url] })
  }

  /** Whether anybody asked for an address while the page was captured. */
  wasAsked(url: string): boolean {
    return this.#asked.has(withoutFragment(url))
  }

  all(): IterableIterator<StoredBody> {
    return this.#bodies.values()
  }

  /** By absolute address; redirects that were seen are followed. */
  find(url: string): StoredBody | null {
    let at = keyOf(url)
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const path = this.#byUrl.get(at)
      if (path !== undefined) return this.#bodies.get(path)!
      const next = this.#redirects.get(at)
      if (next === undefined) return null
      at = next
    }
    return null
  }
}
