import type { PreparedPage, ServedBody } from './prepare.ts'
import { parseRange } from './range.ts'
import type { BagFiles } from './types.ts'

export interface PageRequest {
  /** The `Range` header, as it came. */
  readonly range?: string | null
  /** Origin that may show the page in a frame; null where no page may. */
  readonly frameAncestors?: string | null
}

export interface PageAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer> | null
}

/** Frames inside a page have an ancestor of no origin, which no list of ancestors lets through. */
const INSIDE = Symbol('inside')
type Ancestors = string | null | typeof INSIDE

/**
 * What an archived page may do: show what the bag holds. `sandbox` without a word more: no scripts, no forms, no
 * windows, no navigation of others, an origin that is nobody's. It stands even where somebody opens a page by itself.
 */
function policy(ancestors: Ancestors): string {
  return [
    'sandbox',
    "default-src 'none'",
    "img-src 'self' data:",
    "media-src 'self' data:",
    "style-src 'self' 'unsafe-inline' data:",
    "font-src 'self' data:",
    "frame-src 'self'",
    // Pictures, drawings and pages only: to plug-ins the sandbox is closed.
    "object-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    ...(ancestors === INSIDE ? [] : [`frame-ancestors ${ancestors ?? "'none'"}`]),
  ].join('; ')
}

const QUIET = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  // A sandboxed page is of no origin, so to a browser its own pictures come from elsewhere.
  'cross-origin-resource-policy': 'cross-origin',
} as const

function plain(status: number, text: string): PageAnswer {
  return {
    status,
    headers: { ...QUIET, 'content-type': 'text/plain; charset=utf-8' },
    body: new TextEncoder().encode(text),
  }
}

export const NOT_HELD: PageAnswer = plain(404, 'The archive does not hold this.')

function answer(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  range: string | null | undefined,
  ancestors: Ancestors,
  more: Readonly<Record<string, string>> = {},
): PageAnswer {
  const headers = {
    ...QUIET,
    'content-type': type,
    'content-security-policy': policy(ancestors),
    'accept-ranges': 'bytes',
    ...more,
  }
  const part = parseRange(range ?? null, bytes.length)
  if (part === 'unsatisfiable') {
    return { status: 416, headers: { ...headers, 'content-range': `bytes */${bytes.length}` }, body: null }
  }
  if (part === null) {
    return { status: 200, headers: { ...headers, 'content-length': String(bytes.length) }, body: bytes }
  }
  const { start, end } = part
  return {
    status: 206,
    headers: {
      ...headers,
      'content-length': String(end - start),
      'content-range': `bytes ${start}-${end - 1}/${bytes.length}`,
    },
    body: bytes.subarray(start, end),
  }
}

/** Fonts and masks are fetched with CORS, which a page of no origin only passes where everybody does. */
function sharing({ mime }: ServedBody): Readonly<Record<string, string>> {
  return /^(?:font|image|application)\//.test(mime) ? { 'access-control-allow-origin': '*' } : {}
}

/**
 * One answer of an archived page's origin, the same on every host. `path` is what stands behind the snapshot: empty
 * for the page itself, `resources/<name>` for what it shows.
 */
export async function pageResponse(
  page: PreparedPage,
  files: BagFiles,
  path: string,
  request: PageRequest,
): Promise<PageAnswer> {
  const { range, frameAncestors = null } = request
  if (path === '') {
    return answer(new TextEncoder().encode(page.html), 'text/html; charset=utf-8', range, frameAncestors)
  }
  const name = /^resources\/([\w.-]+)$/.exec(path)?.[1]
  const body = name === undefined ? undefined : page.bodies.get(name)
  if (!body) return NOT_HELD
  const bytes = body.text ?? new Uint8Array(await files.read(body.path))
  return answer(bytes, body.mime, range, INSIDE, sharing(body))
}
