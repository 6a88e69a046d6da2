import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { Context } from 'hono'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** Names of built files hold a hash of what is in them. */
const FOR_GOOD = 'private, max-age=31536000, immutable'

async function fileAt(dir: string, path: string): Promise<Buffer<ArrayBuffer> | null> {
  const file = join(dir, path)
  if (path.includes('\0') || !file.startsWith(dir.endsWith(sep) ? dir : dir + sep)) return null
  try {
    return await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return null
    throw error
  }
}

/** Serves the built app: its files, and its one page for every address inside the app. */
export function staticFiles(dir: string): (c: Context) => Promise<Response> {
  return async c => {
    const path = decodeURIComponent(new URL(c.req.url).pathname)
    const type = TYPES[extname(path)]
    const found = type === undefined ? null : await fileAt(dir, path)
    if (found && type !== undefined && extname(path) !== '.html') {
      return c.body(found, 200, {
        'content-type': type,
        'cache-control': path.startsWith('/assets/') ? FOR_GOOD : 'no-cache',
      })
    }
    if (extname(path) !== '' && path !== '/index.html') return c.text('Not found', 404)
    const page = await fileAt(dir, 'index.html')
    if (page)
      return c.body(page, 200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    return c.text('The app is not built. Stop Stet and start it with `npm start`, which builds it.', 503)
  }
}
