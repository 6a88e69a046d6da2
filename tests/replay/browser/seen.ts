import { createServer, type Server } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { Frame, Page } from 'playwright-core'
import { launchBrowser } from '../../support/browser.ts'

/** A document as Chromium shows it. */
export interface SeenDocument {
  /** The words a reader sees, shadow roots included. */
  readonly text: string
  /** Pictures, whether they are in sight or not: where each comes from, and its width in pixels; 0 is a broken one. */
  readonly pictures: readonly { readonly src: string; readonly width: number }[]
  /** The value of every colour that any element or pseudo-element computes to. */
  readonly colours: readonly string[]
}

/** The page and all its frames. */
export interface SeenPage {
  readonly documents: readonly SeenDocument[]
  /** All words of all documents. */
  readonly text: string
  readonly pictures: SeenDocument['pictures']
  readonly colours: ReadonlySet<string>
  readonly page: Page
}

/** Chromium behind a proxy that lets nobody out and writes down who tried. */
export interface ClosedBrowser {
  /** Opens an address on `127.0.0.1:<open port>` or a file. Close `page` when done. */
  see(url: string): Promise<SeenPage>
  /** What tried to get out: the first line of each request to the proxy. */
  readonly tried: string[]
  close(): Promise<void>
}

/* oxlint-disable no-restricted-globals -- runs in the page */
function seeDocument(): SeenDocument {
  const words: string[] = []
  const pictures: { src: string; width: number }[] = []
  const colours = new Set<string>()
  const properties = [
    'color',
    'backgroundColor',
    'borderTopColor',
    'borderBottomColor',
    'borderLeftColor',
    'outlineColor',
    'fill',
    'stroke',
    'textDecorationColor',
    'borderRightColor',
    'columnRuleColor',
    'caretColor',
  ] as const
  const walk = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      for (const pseudo of [null, '::before', '::after'] as const) {
        const style = getComputedStyle(element, pseudo)
        for (const property of properties) colours.add(style[property])
      }
      if (element instanceof HTMLImageElement)
        pictures.push({ src: element.currentSrc, width: element.naturalWidth })
      const inner = element.shadowRoot
      if (!inner) continue
      for (const child of inner.children) if (child instanceof HTMLElement) words.push(child.innerText)
      walk(inner)
    }
  }
  const { body } = document
  words.push(body ? body.innerText : (document.documentElement?.textContent ?? ''))
  walk(document)
  return { text: words.join('\n'), pictures, colours: [...colours] }
}

function stillLoading(): number {
  return [...document.images].filter(image => !image.complete).length
}
/* oxlint-enable no-restricted-globals */

async function seeFrame(frame: Frame): Promise<SeenDocument | null> {
  return frame.evaluate(seeDocument).catch(() => null)
}

/** What Chromium shows of a page that is open, after every picture came or failed. */
export async function seenIn(page: Page): Promise<SeenPage> {
  const documents = (await Promise.all(page.frames().map(seeFrame))).filter(one => one !== null)
  return {
    documents,
    text: documents.map(one => one.text).join('\n'),
    pictures: documents.flatMap(one => one.pictures),
    colours: new Set(documents.flatMap(one => one.colours)),
    page,
  }
}

/** Scripts do not run in an archived page, nor do callbacks: everything is waited for out here. */
async function comeToRest(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  // Lazy pictures come when they are scrolled to.
  for (let top = 0; top < Math.min(height, 100_000); top += 800) {
    await page.evaluate(y => window.scrollTo({ top: y, behavior: 'instant' }), top)
    await page.waitForTimeout(20)
  }
  for (let turn = 0; turn < 50; turn++) {
    const waiting = await Promise.all(page.frames().map(frame => frame.evaluate(stillLoading).catch(() => 0)))
    if (waiting.every(count => count === 0)) return
    await page.waitForTimeout(50)
  }
}

/** What Chromium asks for of its own accord. */
const OWN = /\b(?:[\w-]+\.)*(?:google|googleapis|gstatic|gvt1)\.com\b/

async function refusingProxy(tried: string[]): Promise<{ server: Server; port: number }> {
  const server = createServer(socket => {
    socket.on('error', () => {})
    socket.once('data', bytes => {
      const line = bytes.toString('latin1').split('\r\n', 1)[0]!
      if (!OWN.test(line)) tried.push(line)
      socket.destroy()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { server, port: (server.address() as AddressInfo).port }
}

/** `openPort`: the one port on 127.0.0.1 that is let through, where archived pages are served; null: none. */
export async function closedBrowser(openPort: number | null): Promise<ClosedBrowser> {
  const tried: string[] = []
  const { server, port } = await refusingProxy(tried)
  const browser = await launchBrowser({
    proxy: {
      server: `http://127.0.0.1:${port}`,
      bypass: ['<-loopback>', ...(openPort === null ? [] : [`127.0.0.1:${openPort}`])].join(','),
    },
  })
  return {
    tried,
    async see(url) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
      await page.goto(url, { waitUntil: 'load', timeout: 30_000 })
      await comeToRest(page)
      return seenIn(page)
    },
    async close() {
      await browser.close()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
