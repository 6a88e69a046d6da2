import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Route = (request: IncomingMessage, response: ServerResponse) => void

export interface Site {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  /** Answers by path; change it between captures. */
  readonly routes: Map<string, Route>
  close(): Promise<void>
}

/** A web server of a test's own on a free loopback port; paths without a route answer 404. */
export async function startSite(): Promise<Site> {
  const routes = new Map<string, Route>()
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname
    const route = routes.get(path)
    if (route) return route(request, response)
    response.writeHead(404, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>Not found</title><h1>Not found</h1>')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    routes,
    close: () =>
      new Promise((resolve, reject) => {
        server.close(error => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

/** Answers with a body. */
export function send(body: string | Uint8Array, type = 'text/html; charset=utf-8', status = 200): Route {
  return (_, response) => {
    response.writeHead(status, { 'content-type': type })
    response.end(body)
  }
}

const SENTENCES = [
  'The harbour board met for six hours on Tuesday and sent the plan back to its engineers.',
  'A new survey of the sea wall found 37 cracks, eleven more than the one from last spring.',
  '“We would rather be late than wet,” said Runa Holm, who chairs the board.',
  'The county has set aside 4.2 million crowns, a little over half of what is needed.',
  'People who live behind the wall were told in a letter that reached most of them on Monday.',
  'No ferry will be able to use the inner quay before the work is done, in March at the earliest.',
]

export interface StoryOptions {
  readonly title?: string
  readonly paragraphs?: readonly string[]
  readonly byline?: string
  readonly extra?: string
  readonly head?: string
}

/** An article page long enough that nobody takes it for anything else. */
export function story({
  title = 'Harbour board sends sea wall plan back',
  paragraphs = SENTENCES,
  byline = 'Eskil Brandt',
  extra = '',
  head = '',
}: StoryOptions = {}): string {
  const body = paragraphs
    .map((text, i) => `<p>${text} ${SENTENCES[(i + 3) % SENTENCES.length]}</p>`)
    .join('\n')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | Quay Post</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="Quay Post"><meta name="author" content="${byline}">
<meta property="article:published_time" content="2026-10-06T09:00:00Z">${head}</head><body>
<nav><a href="/">Home</a> <a href="/sea">Sea</a></nav><main><article><h1>${title}</h1><p class="byline">By ${byline}</p>
${body}${extra}</article></main><footer><p>© Quay Post ${Math.random()}</p></footer></body></html>`
}
