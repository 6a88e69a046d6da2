import { sha256Hex } from '../../archive/model/hash.ts'
import type { BagFiles } from '../../archive/replay/types.ts'

/** One exchange of a bag: an answer of 200 with a body unless it says otherwise. */
export interface Exchange {
  readonly url: string
  readonly type?: string
  readonly body?: string | Uint8Array
  readonly status?: number
  readonly kind?: string
  readonly method?: string
  readonly by?: string
  readonly error?: string
  readonly cut?: string
  readonly to?: string
}

export interface BagFacts {
  readonly dom?: string
  readonly page?: string
  /** Words a reader saw. */
  readonly text?: string
  readonly exchanges?: readonly Exchange[]
  readonly record?: Readonly<Record<string, unknown>>
}

export const PAGE_URL = 'https://quay.example/news/1'

/** The files of a bag that never was on a disk. */
export function bagOf({ dom, page, text, exchanges = [], record = {} }: BagFacts): BagFiles {
  const held = new Map<string, Uint8Array>()
  const put = (path: string, bytes: string | Uint8Array): void => void held.set(path, Buffer.from(bytes))
  if (dom !== undefined) put('data/dom.html', dom)
  if (page !== undefined) put('data/page.html', page)
  if (text !== undefined) put('data/text.txt', text)
  const entries = exchanges.map(one => {
    const bytes = one.body === undefined ? null : Buffer.from(one.body)
    const path = bytes && `data/resources/${sha256Hex(bytes)}.bin`
    if (bytes && path) put(path, bytes)
    return {
      request: { method: one.method ?? 'GET', url: one.url },
      response: {
        status: one.status ?? (one.error ? 0 : 200),
        statusText: '',
        redirectURL: one.to ?? '',
        content: {
          size: bytes?.length ?? -1,
          mimeType: one.type ?? 'image/png',
          ...(path ? { _file: path } : {}),
        },
      },
      _resourceType: one.kind ?? 'image',
      _initiator: one.by ?? PAGE_URL,
      ...(one.error ? { _error: one.error } : {}),
      ...(one.cut ? { _cut: one.cut } : {}),
    }
  })
  const snapshot = {
    snapshotId: '0000000000000001',
    finalUrl: PAGE_URL,
    capturedAt: '2026-11-21T19:22:55.000Z',
    witness: 'captured',
    redirects: [],
    options: {},
    pictures: {},
    http: { mime: 'text/html', charset: 'UTF-8' },
    ...record,
  }
  const documents: Readonly<Record<string, unknown>> = {
    'data/snapshot.json': snapshot,
    'data/network.har': { log: { entries } },
  }
  return {
    files: () => Promise.resolve(Array.from(held, ([path, bytes]) => ({ path, sha256: sha256Hex(bytes) }))),
    read: path => {
      const bytes = held.get(path)
      return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`no ${path}`))
    },
    json: path => Promise.resolve(documents[path]),
  }
}
