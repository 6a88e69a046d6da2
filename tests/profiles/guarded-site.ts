import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { story } from '../support/site.ts'

/** A newspaper of our own behind a sign-in. It writes its readers' secrets wherever sites do. */
export interface GuardedSite {
  readonly origin: string
  /** What the reader was first signed in with. */
  readonly session: string
  /** In local storage. */
  readonly storageToken: string
  /** Every value that signs somebody in and that the site has given out so far. */
  readonly secrets: () => readonly string[]
  /** Sessions that are good now. */
  readonly sessions: Set<string>
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const LOGIN = `<!doctype html><title>Sign in | Quay Post</title><h1>Sign in to read on</h1>
<form method="post"><input name="user"><input type="password" name="password"><button>Sign in</button></form>`

function cookiesOf(request: IncomingMessage): Map<string, string> {
  const pairs = (request.headers.cookie ?? '').split(';').map(pair => pair.trim().split('='))
  return new Map(pairs.map(([name = '', ...value]) => [name, value.join('=')]))
}

function page(session: string, csrf: string): string {
  const encoded = Buffer.from(`reader:${session}`).toString('base64')
  return story({
    title: 'Only members read this',
    head: `<meta name="csrf-token" content="${csrf}">
<link rel="stylesheet" href="/style.css?sid=${session}">
<script>
  window.session = ${JSON.stringify(session)}; window.basic = "${encoded}"; window.state = '{\\"sid\\":\\"${session}\\"}'
  localStorage.setItem('seen', String(Number(localStorage.getItem('seen') ?? 0) + 1))
  sessionStorage.setItem('access_token', 'in-session-storage-5e1fd00d77')
</script>`,
    extra: `<p><a href="/account?sid=${session}&amp;tab=1">Your account</a>
<a href="/login?next=${encodeURIComponent(`/account?sid=${session}`)}">again</a></p>
<figure><img src="/picture.png?access_token=${session}" width="300" height="200" alt="The wall"><figcaption>The wall in May</figcaption></figure>
<iframe src="/frame?sid=${session}" width="300" height="100"></iframe>
<p id="late">…</p>
<script>
  fetch('/api/me', { headers: { 'x-csrf-token': '${csrf}', authorization: 'Bearer ' + localStorage.getItem('auth') } })
    .then(answer => answer.json()).then(me => { late.textContent = 'Fetched for ' + me.name; late.dataset.token = me.access_token })
  fetch('/go?access_token=' + window.session).then(answer => answer.text())
</script>`,
  })
}

/** Starts it; it ends with the test. */
export async function startGuardedSite(): Promise<GuardedSite> {
  const session = 'sess-7f3a9c1e-first-value'
  const storageToken = 'stored/tok+en=Zm9vYmFy81723'
  const csrf = 'csrf.9d8c7b6a5f4e3d2c1b0a'
  const apiToken = 'fresh_token_4b1dfeedc0ffee99'
  const sessions = new Set([session])
  const secrets = new Set([session, storageToken, csrf, apiToken, 'in-session-storage-5e1fd00d77'])
  let rotations = 0

  const rotate = (old: string): string => {
    const next = `sess-rotated-${++rotations}-a81bd93e55`
    sessions.delete(old)
    sessions.add(next)
    secrets.add(next)
    return next
  }

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', 'http://site')
    const given = cookiesOf(request).get('session') ?? ''
    const known = sessions.has(given)
    const write = (type: string, body: string | Buffer, headers: Record<string, string> = {}): void => {
      response.writeHead(200, { 'content-type': type, ...headers }).end(body)
    }
    switch (url.pathname) {
      case '/story': {
        if (!known) return void response.writeHead(302, { location: '/login?next=/story' }).end()
        // The way to the story leads past a check that names the session.
        return void response.writeHead(302, { location: `/members/story?sid=${given}` }).end()
      }
      case '/members/story': {
        if (!known) return void response.writeHead(302, { location: '/login?next=/story' }).end()
        const next = rotate(given)
        return write('text/html; charset=utf-8', page(next, csrf), {
          'set-cookie': `session=${next}; Path=/; HttpOnly`,
          etag: `"${next}"`,
        })
      }
      case '/open':
        return write('text/html; charset=utf-8', story({ title: 'Everybody may read this' }))
      case '/api/me': {
        const signedIn = known && request.headers.authorization === `Bearer ${storageToken}`
        return write(
          'application/json',
          JSON.stringify(
            signedIn ? { name: 'a member', session: given, access_token: apiToken } : { name: 'nobody' },
          ),
        )
      }
      case '/go':
        return void response.writeHead(302, { location: `/landed?access_token=${given}#sid=${given}` }).end()
      case '/landed':
        return write('text/plain', `landed with ${request.headers.cookie ?? ''}`)
      case '/frame':
        return write(
          'text/html',
          `<!doctype html><title>f</title><p>Framed words of the quay.</p><script>var s = '${given}'</script>`,
        )
      case '/style.css':
        return write('text/css', `/* for ${given} */ h1 { color: rgb(10, 20, 30) }`)
      case '/picture.png':
        return write('image/png', PNG)
      case '/login':
        return write('text/html', LOGIN)
      default:
        return void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>')
    }
  }

  const server = createServer(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    session,
    storageToken,
    secrets: () => [...secrets],
    sessions,
  }
}
