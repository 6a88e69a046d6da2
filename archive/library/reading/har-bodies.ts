import type { SnapshotFiles } from '../../store/index.ts'
import { essenceOf } from './mime.ts'

export interface BodyOrigin {
  readonly url: string
  readonly mime: string | null
}

interface HarBodies {
  readonly log?: {
    readonly entries?: readonly {
      readonly request?: { readonly url?: unknown }
      readonly response?: { readonly content?: { readonly _file?: unknown; readonly mimeType?: unknown } }
    }[]
  }
}

/** Where the stored bodies of a snapshot came from, by their path; empty where network.har cannot tell. */
export async function bodyOrigins(files: SnapshotFiles): Promise<ReadonlyMap<string, BodyOrigin>> {
  const origins = new Map<string, BodyOrigin>()
  let har: HarBodies
  try {
    har = (await files.json('data/network.har')) as HarBodies
  } catch {
    return origins
  }
  for (const { request, response } of har.log?.entries ?? []) {
    const { _file: path, mimeType } = response?.content ?? {}
    const url = request?.url
    if (typeof path !== 'string' || typeof url !== 'string' || origins.has(path)) continue
    const essence = typeof mimeType === 'string' ? essenceOf(mimeType) : null
    origins.set(path, { url, mime: essence === 'x-unknown' ? null : essence })
  }
  return origins
}
