import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { Readable } from 'node:stream'
import { appHeaders } from '../../archive/contract/app-headers.ts'
import { isAppUrl } from '../security/urls.ts'

const HEADERS = appHeaders(null)

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** The file of the renderer's build that an address means; null where it means none, or would lead outside. */
export function appFile(rendererDir: string, address: string): string | null {
  if (!isAppUrl(address)) return null
  let path: string
  try {
    path = decodeURIComponent(new URL(address).pathname)
  } catch {
    return null
  }
  if (path.includes('\0') || path.includes('\\')) return null
  const file = join(rendererDir, path === '/' ? 'index.html' : path)
  return file.startsWith(rendererDir + sep) && extname(file) in TYPES ? file : null
}

/** Answers `app://stet/`: files of the renderer's build, and nothing else. */
export async function answerApp(rendererDir: string, request: Request): Promise<Response> {
  const refuse = (status: number): Response => new Response(null, { status, headers: HEADERS })
  if (request.method !== 'GET') return refuse(405)
  const file = appFile(rendererDir, request.url)
  const found = file === null ? null : await stat(file).catch(() => null)
  if (file === null || !found?.isFile()) return refuse(404)
  const headers = {
    ...HEADERS,
    'content-type': TYPES[extname(file)]!,
    'content-length': String(found.size),
  }
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, { headers })
}
