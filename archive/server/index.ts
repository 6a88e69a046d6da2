import { appDoor } from './app-door.ts'
import { listen } from './listen.ts'
import { pagesDoor } from './pages-door.ts'
import { newSecret, sameSecret } from './secret.ts'
import type { ServedService } from './served-service.ts'

export interface ServerOptions {
  readonly service: ServedService
  /** Folder of the built renderer, absolute. */
  readonly rendererDir: string
  /** Of the app; 0 takes a free one. Archived pages always take a free one. */
  readonly port?: number
}

export interface RunningServer {
  /** The address for a person to open, with the token that lets a browser in. A secret. */
  readonly url: string
  /**
   * An address that works once, for starting a browser: what a command line holds can be read by everybody on the
   * computer.
   */
  onceUrl(): string
  /** `http://127.0.0.1:<port>` of the app. */
  readonly origin: string
  /** Ends every connection and gives the ports back. */
  close(): Promise<void>
}

/**
 * Serves the app to a browser on this computer: the app on one port of 127.0.0.1, archived pages on another. Throws
 * `StetError` `usage` where the port cannot be had.
 */
export async function startServer({ service, rendererDir, port = 0 }: ServerOptions): Promise<RunningServer> {
  const token = newSecret()
  const once = new Set<string>()
  const secret = newSecret()
  // Which port it is says which Host is ours, so the doors are hung when both ports are known.
  const waiting = new Response('Starting', { status: 503 })
  let serveApp = (_request: Request): Response | Promise<Response> => waiting.clone()
  let servePages = serveApp
  const app = await listen(port, request => serveApp(request))
  const pages = await listen(0, request => servePages(request))
  const host = `127.0.0.1:${app.port}`
  const pagesHost = `127.0.0.1:${pages.port}`
  const origin = `http://${host}`

  serveApp = appDoor({
    service,
    rendererDir,
    pagesUrl: `http://${pagesHost}/${secret}/`,
    host,
    admits: given => once.delete(given) || sameSecret(given, token),
    session: newSecret(),
  }).fetch
  servePages = pagesDoor({ service, host: pagesHost, secret, appOrigin: origin }).fetch

  return {
    url: `${origin}/?token=${token}`,
    onceUrl() {
      const key = newSecret()
      once.add(key)
      return `${origin}/?token=${key}`
    },
    origin,
    async close() {
      await Promise.all([app.close(), pages.close()])
    },
  }
}
