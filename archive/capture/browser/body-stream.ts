import type { CdpSession } from '../../ports/browser.ts'
import { LATE, orLate } from './waiting.ts'

export interface StreamLimits {
  readonly maxBytes: number
  /** How long nothing may come before the rest is given up, in milliseconds. */
  readonly idleMs: number
  /** How long it may take in all, in milliseconds. */
  readonly totalMs: number
  readonly signal: AbortSignal
  /** Called where nothing more comes; the end of the connection brings what lies ready. */
  readonly onLate: () => void
}

/** What came of a body. `cut` says why it is not all of it. */
export interface StreamedBody {
  readonly bytes: Uint8Array
  readonly cut: 'too-large' | 'timeout' | 'broken' | null
}

const PIECE_BYTES = 1024 * 1024
/** The browser hands out whole pieces; what is less comes with the end. In milliseconds. */
const AT_HAND_MS = 1_000

/**
 * Takes the body of an answer that is held up piece by piece, so that what never ends, breaks off or unfolds to more
 * than fits in memory is taken as far as it goes. The browser cannot go on with such an answer by itself: it must be
 * handed one. Rejects where there is no such answer any more.
 */
export async function streamBody(
  session: CdpSession,
  requestId: string,
  { maxBytes, idleMs, totalMs, signal, onLate }: StreamLimits,
): Promise<StreamedBody> {
  const { stream } = await session.send<{ stream: string }>('Fetch.takeResponseBodyAsStream', { requestId })
  const endsAt = performance.now() + totalMs
  const pieces: Buffer[] = []
  let length = 0
  const done = (cut: StreamedBody['cut']): StreamedBody => {
    session.send('IO.close', { handle: stream }).catch(() => {})
    return { bytes: Buffer.concat(pieces), cut }
  }
  for (;;) {
    const asked = session
      .send<{ data: string; base64Encoded?: boolean; eof: boolean }>('IO.read', {
        handle: stream,
        size: PIECE_BYTES,
      })
      .catch(() => null)
    const leftMs = Math.min(idleMs, endsAt - performance.now())
    let piece = await orLate(asked, leftMs, signal)
    const isLate = piece === LATE
    if (piece === LATE) {
      onLate()
      piece = await orLate(asked, AT_HAND_MS, signal)
    }
    if (piece === LATE) return done('timeout')
    if (piece === null) return done(isLate ? 'timeout' : 'broken')
    const bytes = Buffer.from(piece.data, piece.base64Encoded ? 'base64' : 'utf8')
    length += bytes.byteLength
    if (length > maxBytes) return done('too-large')
    pieces.push(bytes)
    if (isLate) return done('timeout')
    if (piece.eof) return done(null)
  }
}
