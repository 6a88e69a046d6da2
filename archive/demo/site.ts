import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { EDITIONS, type Edition } from './story.ts'

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="320" viewBox="0 0 640 320">
<rect width="640" height="320" fill="#dfe7ea"/><path d="M0 230h640v90H0z" fill="#5d7f8c"/>
<path d="M180 200h240l-30 45H215z" fill="#b6452c"/><path d="M230 150h130v50H230z" fill="#f6f3ea"/>
<circle cx="250" cy="175" r="7" fill="#5d7f8c"/><circle cx="290" cy="175" r="7" fill="#5d7f8c"/>
<circle cx="330" cy="175" r="7" fill="#5d7f8c"/></svg>`

const STYLE = `body{font:18px/1.6 Georgia,serif;margin:2rem auto;max-width:40rem;padding:0 1rem}
nav,aside,footer{font:14px sans-serif;color:#555}figure{margin:1.5rem 0}img{max-width:100%;height:auto}
.correction{border-left:3px solid #b6452c;padding-left:1rem}`

const POST = `<blockquote class="twitter-tweet"><p lang="en" dir="ltr">Two hundred lanterns on the quay tonight. Nobody here believes it is about twelve passengers.</p>&mdash; Jonas Reke (@jonasreke) <a href="https://twitter.com/jonasreke/status/1991584312870125568">November 20, 2025</a></blockquote>`

const paragraph = (text: string) => `<p>${text}</p>`

/** The page as a reader's browser gets it: the story, and around it what is different at every visit. */
function page(edition: Edition, visit: number): string {
  const nonce = randomUUID()
  const [lead = '', ...rest] = edition.paragraphs
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${edition.headline} | The Sound Courier</title>
<meta property="og:type" content="article"><meta property="og:title" content="${edition.headline}">
<meta property="og:site_name" content="The Sound Courier"><meta name="author" content="Marta Lind">
<meta property="article:published_time" content="2025-11-20T17:40:00Z"><meta name="csrf-token" content="${nonce}">
<link rel="stylesheet" href="/style.css"></head><body>
<nav><a href="/">Front page</a> <a href="/islands">Islands</a> <a href="/sport">Sport</a></nav>
<main><article><h1>${edition.headline}</h1><p class="byline">By <span rel="author">Marta Lind</span>, <time datetime="2025-11-20T17:40:00Z">20 November 2025</time></p>
<figure><img src="/ferry.svg" width="640" height="320" alt="A red ferry on grey water"><figcaption>The late boat leaves Sandholm at 22.40. Picture: Sound Courier</figcaption></figure>
${paragraph(lead)}${rest.map(paragraph).join('\n')}
${edition.post ? POST : ''}
${edition.correction ? `<p class="correction">${edition.correction}</p>` : ''}
</article></main>
<aside><h3>Most read</h3><ul><li><a href="/a">Herring price at ten-year high</a></li><li><a href="/b">Bridge toll: what you need to know</a></li></ul>
<p>${(1200 + visit * 37).toLocaleString('en')} views</p><div class="ad" id="slot-${nonce}">Advertisement</div></aside>
<footer><p>Sign up for our newsletter</p><p>© The Sound Courier. Request ${nonce}</p></footer></body></html>`
}

export interface DemoSite {
  readonly articleUrl: string
  /** Puts edition `index` of the story on the site. */
  publish(index: number): void
  close(): Promise<void>
}

/** Starts the demo's news site on a free loopback port. */
export async function startDemoSite(): Promise<DemoSite> {
  let current: Edition = EDITIONS[0]
  let visits = 0
  const server = createServer((request, response) => {
    const answer = (type: string, body: string) => {
      response.writeHead(200, { 'content-type': type })
      response.end(body)
    }
    switch (request.url) {
      case '/islands/late-crossing':
        return answer('text/html; charset=utf-8', page(current, ++visits))
      case '/ferry.svg':
        return answer('image/svg+xml', PICTURE)
      case '/style.css':
        return answer('text/css', STYLE)
      default:
        response.writeHead(404, { 'content-type': 'text/html' })
        response.end('<!doctype html><title>Not found</title><h1>Not found</h1>')
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    articleUrl: `http://127.0.0.1:${port}/islands/late-crossing`,
    publish(index) {
      current = EDITIONS[index] ?? current
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close(error => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}
