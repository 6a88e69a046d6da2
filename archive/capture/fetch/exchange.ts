import type { Dispatcher } from 'undici'
import { StetError } from '../../errors.ts'
import type { FetchRequest } from '../../ports/fetcher.ts'
import type { Connection } from './connections.ts'

export type HeaderLines = readonly (readonly [name: string, value: string])[]

/** An exchange as it went over the wire. Times are `performance.now()` readings in milliseconds. */
export interface WireAnswer {
  readonly status: number
  readonly statusText: string
  readonly headers: HeaderLines
  readonly wire: Uint8Array
  readonly cut: 'too-large' | 'timeout' | 'broken' | null
  readonly sentAt: number
  readonly answeredAt: number
  readonly endedAt: number
}

/** Header lines in order. HTTP/1 gives a flat list of bytes, HTTP/2 an object whose `:status` is no header. */
function headerLines(raw: Dispatcher.DispatchController['rawHeaders']): HeaderLines {
  if (Array.isArray(raw)) {
    const text = raw.map(part => (typeof part === 'string' ? part : part.toString('latin1')))
    return Array.from({ length: text.length >> 1 }, (_, i) => [text[2 * i]!, text[2 * i + 1]!] as const)
  }
  return Object.entries(raw ?? {})
    .filter(([name]) => !name.startsWith(':'))
    .flatMap(([name, value]) => [value ?? []].flat().map(line => [name, line] as const))
}

/** Why an exchange is to end, as an error of ours. */
function stopReason(stop: AbortSignal, url: string): StetError {
  return StetError.from(stop.reason, 'cancelled', `${url}: stopped.`)
}

function declaredLength(headers: HeaderLines): number {
  const line = headers.find(([name]) => name.toLowerCase() === 'content-length')
  return line ? Number(line[1]) : 0
}

/**
 * Sends one GET over one connection and takes the answer. A body that declares to be larger than `maxBytes` is
 * not taken at all. Rejects where no status line came; after that, whatever stopped the body is in `cut`.
 * `stop` ends the exchange early; its reason tells a time limit (`StetError` `network`) from a wish of the person.
 */
export function exchange(
  connection: Connection,
  request: FetchRequest,
  stop: AbortSignal,
): Promise<WireAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<WireAnswer>()
  const url = new URL(request.url)
  const pieces: Uint8Array[] = []
  let bytes = 0
  let sentAt = performance.now()
  let answer: Pick<WireAnswer, 'status' | 'statusText' | 'headers' | 'answeredAt'> | null = null
  let abort = (reason: Error): void => void connection.client.destroy(reason)

  const finish = (cut: WireAnswer['cut']): void => {
    stop.removeEventListener('abort', onStop)
    resolve({
      ...answer!,
      wire: pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces),
      cut,
      sentAt,
      endedAt: performance.now(),
    })
  }
  const fail = (error: Error): void => {
    stop.removeEventListener('abort', onStop)
    reject(error)
  }
  const onStop = (): void => {
    const reason = stopReason(stop, request.url)
    if (answer && reason.code === 'network') finish('timeout')
    else fail(reason)
    abort(reason)
  }
  const stopAtLimit = (): void => {
    finish('too-large')
    abort(new StetError('too-large', `${request.url}: larger than ${request.maxBytes} bytes.`))
  }
  stop.addEventListener('abort', onStop, { once: true })

  connection.client.dispatch(
    {
      method: 'GET',
      path: url.pathname + url.search,
      headers: request.headers.flat(),
    },
    {
      onRequestStart(controller) {
        sentAt = performance.now()
        abort = reason => controller.abort(reason)
        if (stop.aborted) abort(stopReason(stop, request.url))
      },
      onResponseStart(controller, status, _headers, statusText = '') {
        // 103 Early Hints and the like come before the answer itself.
        if (status < 200) return
        const headers = headerLines(controller.rawHeaders)
        answer = { status, statusText, headers, answeredAt: performance.now() }
        if (declaredLength(headers) > request.maxBytes) stopAtLimit()
      },
      onResponseData(_controller, piece) {
        const room = request.maxBytes - bytes
        pieces.push(piece.byteLength > room ? piece.subarray(0, room) : piece)
        bytes += piece.byteLength
        request.onBytes?.(piece.byteLength)
        if (bytes > request.maxBytes) stopAtLimit()
      },
      onResponseEnd: () => finish(null),
      onResponseError(_controller, error) {
        if (answer) finish('broken')
        else fail(error)
      },
    },
  )
  return promise
}
