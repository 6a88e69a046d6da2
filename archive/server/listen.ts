import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { StetError } from '../errors.ts'

export interface Listening {
  readonly port: number
  close(): Promise<void>
}

/** Whoever may ask has to be on this computer. */
const LOOPBACK = '127.0.0.1'

/**
 * Serves on loopback; port 0 takes a free one. Throws `StetError` `usage` where the port is taken or not allowed.
 * `fetch` may be set after this returns, when the port is known.
 */
export async function listen(
  port: number,
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<Listening> {
  const server = createAdaptorServer({ fetch, hostname: LOOPBACK, overrideGlobalObjects: false }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', cause => {
      const message = `Port ${port} cannot be used: ${(cause as NodeJS.ErrnoException).code}. Give another with --port, or none to take a free one.`
      reject(new StetError('usage', message, { port }, cause))
    })
    server.listen(port, LOOPBACK, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close(error => (error ? reject(error) : resolve()))
        // Event streams never end by themselves.
        server.closeAllConnections()
      }),
  }
}
