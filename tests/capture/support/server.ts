import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import type { AddressInfo, Server, Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { CERTIFICATE, PRIVATE_KEY } from './certificate.ts'

export interface TestSite {
  readonly origin: string
  readonly port: number
  /** Requests so far, in order. */
  readonly requests: IncomingMessage[]
  /** Connections made so far. */
  readonly connections: () => number
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

async function listen(server: Server, host: string): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>(resolve => server.listen(0, host, resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise(resolve => server.close(resolve))
  })
  return (server.address() as AddressInfo).port
}

/** A site on loopback that lives as long as the test. */
export async function startSite(handler: Handler, host = '127.0.0.1'): Promise<TestSite> {
  const requests: IncomingMessage[] = []
  let connections = 0
  const server = createServer((request, response) => {
    requests.push(request)
    handler(request, response)
  })
  server.on('connection', () => connections++)
  const port = await listen(server, host)
  return { origin: `http://${host}:${port}`, port, requests, connections: () => connections }
}

/** The same over TLS, speaking HTTP/2 to those who can. */
export async function startSecureSite(
  handler: (request: Http2ServerRequest, response: Http2ServerResponse) => void,
): Promise<string> {
  const server = createSecureServer({ key: PRIVATE_KEY, cert: CERTIFICATE, allowHTTP1: true }, handler)
  return `https://127.0.0.1:${await listen(server, '127.0.0.1')}`
}

export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | string[]>>
  readonly body?: string | Uint8Array
}

/** Answers by path and query; everything else is a 404. */
export function answers(table: Readonly<Record<string, Answer | string>>): Handler {
  return (request, response) => {
    const found = table[request.url ?? ''] ?? { status: 404, body: 'nothing here' }
    const answer: Answer = typeof found === 'string' ? { body: found } : found
    response.writeHead(answer.status ?? 200, {
      'content-type': 'text/html; charset=utf-8',
      ...answer.headers,
    })
    response.end(answer.body ?? '')
  }
}
