import type { CoreProcess } from '../core/core-process.ts'
import { snapshotPlace } from '../security/urls.ts'

/** Answers `snapshot://s<id>/…` from the core: what it may do is said by the headers the core gives it. */
export async function answerSnapshot(core: Pick<CoreProcess, 'page'>, request: Request): Promise<Response> {
  const place = snapshotPlace(request.url)
  if (request.method !== 'GET' || place === null) return new Response(null, { status: 404 })
  try {
    return await core.page(place.snapshotId, place.path, request.headers.get('range'))
  } catch (error) {
    const words = error instanceof Error ? error.message : 'This page cannot be shown.'
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'content-security-policy': 'sandbox' }
    return new Response(words, { status: 500, headers })
  }
}
