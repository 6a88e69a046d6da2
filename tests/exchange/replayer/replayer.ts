import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'

// Webrecorder's own replay engine (the one inside ReplayWeb.page), as a service worker in a real browser. It is a
// dependency of the tests alone: its licence does not let it into anything that ships.

const WORKER = fileURLToPath(import.meta.resolve('@webrecorder/wabac').replace('index.js', 'sw.js'))
const SHELL = '<!doctype html><meta charset="utf-8"><title>replayer</title><body>'
const COLLECTION = 'kept'

/** What the engine says of the hashes it compared. */
export interface Verified {
  readonly numValid: number
  readonly numInvalid: number
  readonly datapackageHash?: string
}

export interface ListedThere {
  readonly url: string
  readonly ts: string | number
  readonly title?: string
  readonly id?: string
}

export interface ReplayedPage {
  /** Words that a reader sees, frames and open shadow roots included. */
  readonly text: string
  /** Answers of 400 and above, for what the page asked the engine for. */
  readonly missing: readonly string[]
  /** The page in the frame, for closer looks. */
  readonly page: Page
  close(): Promise<void>
}

export interface Replayer {
  readonly pages: readonly ListedThere[]
  /** Pages with their words, as the engine's search reads them. */
  textIndex(): Promise<readonly { readonly url?: string; readonly text?: string }[]>
  verified(): Promise<Verified>
  /** Shows a page of the archive. `settleMs` without a new request is taken as its end. */
  show(url: string, ts: string, options?: { readonly settleMs?: number }): Promise<ReplayedPage>
  /** Requests that left for anywhere but the replayer itself. */
  readonly escaped: readonly string[]
  close(): Promise<void>
}

async function sendFile(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { size } = await stat(path)
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '')
  const common = { 'accept-ranges': 'bytes', 'content-type': 'application/octet-stream' }
  if (!range) {
    response.writeHead(200, { ...common, 'content-length': size })
    if (request.method === 'HEAD') return void response.end()
    return void createReadStream(path).pipe(response)
  }
  const [, from, to] = range
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (start > end) return void response.writeHead(416, { 'content-range': `bytes */${size}` }).end()
  const head = {
    ...common,
    'content-range': `bytes ${start}-${end}/${size}`,
    'content-length': end - start + 1,
  }
  response.writeHead(206, head)
  createReadStream(path, { start, end }).pipe(response)
}

/** Words of a document and of everything it shows inside. Runs in the page. */
function seenText(): string {
  const words = (root: Node): string => {
    let text = ''
    for (const node of root.childNodes) {
      if (node instanceof Text) text += ` ${node.data}`
      else if (node instanceof Element && !/^(?:script|style|template|noscript)$/i.test(node.tagName)) {
        const { shadowRoot } = node
        text += shadowRoot ? words(shadowRoot) : ''
        text += words(node)
      }
    }
    return text
  }
  // A drawing in a frame has no body.
  return words(document.body ?? document.documentElement)
}

/** Opens a WACZ file in the engine. Whatever a page asks for besides the engine itself is stopped and noted. */
export async function openReplayer(browser: Browser, wacz: string): Promise<Replayer> {
  const worker = await readFile(WORKER)
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://replayer')
    if (pathname === '/archive.wacz') return void sendFile(wacz, request, response)
    if (pathname === '/sw.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' })
      return void response.end(worker)
    }
    response.writeHead(pathname === '/' ? 200 : 404, { 'content-type': 'text/html' })
    response.end(SHELL)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  // `localhost`: with an address of its own, the site that was captured on 127.0.0.1 is somewhere else.
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const escaped: string[] = []
  await context.route(
    url => url.origin !== origin && /^(?:https?|wss?):$/.test(url.protocol),
    route => {
      escaped.push(route.request().url())
      return route.abort()
    },
  )
  const close = async () => {
    await context.close()
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
  try {
    const shell = await context.newPage()
    await shell.goto(`${origin}/`)
    await shell.evaluate(
      async ({ name, sourceUrl }) => {
        await navigator.serviceWorker.register('/sw.js?useHashCheck=1')
        await navigator.serviceWorker.ready
        if (!navigator.serviceWorker.controller)
          await new Promise(resolve =>
            navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
          )
        await new Promise<void>((resolve, reject) => {
          navigator.serviceWorker.addEventListener('message', ({ data }) => {
            const said = data as { msg_type: string; error?: string }
            if (said.msg_type === 'collAdded') resolve()
            if (said.msg_type === 'collProgress' && said.error) reject(new Error(said.error))
          })
          navigator.serviceWorker.controller?.postMessage({ msg_type: 'addColl', name, file: { sourceUrl } })
        })
      },
      { name: COLLECTION, sourceUrl: `${origin}/archive.wacz` },
    )
    const asked = (path: string) =>
      shell.evaluate(async url => (await fetch(url)).json() as Promise<unknown>, `${origin}/w/api/c/${path}`)
    const all = (await asked(`${COLLECTION}?all=1`)) as { pages: readonly ListedThere[] }
    return {
      pages: all.pages,
      escaped,
      async textIndex() {
        const text = await shell.evaluate(
          async url => (await fetch(url)).text(),
          `${origin}/w/api/c/${COLLECTION}/textIndex`,
        )
        return text
          .trim()
          .split('\n')
          .map(line => JSON.parse(line) as { url?: string; text?: string })
      },
      async verified() {
        return ((await asked(`${COLLECTION}?all=1`)) as { verify: Verified }).verify
      },
      async show(url, ts, { settleMs = 700 } = {}) {
        const page = await context.newPage()
        const missing: string[] = []
        page.on('response', answer => {
          if (answer.status() >= 400) missing.push(`${answer.status()} ${answer.url().slice(origin.length)}`)
        })
        let last = Date.now()
        page.on('request', () => (last = Date.now()))
        page.on('requestfinished', () => (last = Date.now()))
        page.on('dialog', dialog => void dialog.dismiss())
        const digits = ts.replaceAll(/\D/g, '').slice(0, 14)
        // The engine shows pages in a frame only: alone in a window it would leave for its own app.
        await page.goto(`${origin}/`)
        await page.evaluate(src => {
          const frame = document.createElement('iframe')
          frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0'
          frame.src = src
          document.body.append(frame)
        }, `${origin}/w/${COLLECTION}/${digits}mp_/${url}`)
        const until = async (limitMs: number) => {
          const start = Date.now()
          last = Date.now()
          while (Date.now() - last < settleMs && Date.now() - start < limitMs)
            await new Promise(resolve => setTimeout(resolve, 50))
        }
        await page.waitForFunction(
          () => {
            const shown = document.querySelector('iframe')?.contentDocument
            return shown?.URL !== 'about:blank' && shown?.readyState === 'complete'
          },
          undefined,
          { timeout: 30_000 },
        )
        await until(8_000)
        // What a page loads when it comes into sight.
        for (let down = 1; down <= 12; down++) {
          await page
            .frames()[1]
            ?.evaluate(share => scrollTo(0, document.documentElement.scrollHeight * share), down / 12)
            .catch(() => {})
          await new Promise(resolve => setTimeout(resolve, 60))
        }
        await until(4_000)
        const texts = await Promise.all(page.frames().map(frame => frame.evaluate(seenText).catch(() => '')))
        return { text: texts.join('\n'), missing, page, close: () => page.close() }
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
