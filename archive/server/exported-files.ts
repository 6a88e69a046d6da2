import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { StetError } from '../errors.ts'
import type { ServedService } from './served-service.ts'

/** Source: RFC 6266, section 4.3, and RFC 8187: names beyond ASCII are percent-encoded UTF-8. */
function asDownload(name: string): string {
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, c => `%${c.charCodeAt(0).toString(16)}`)
  return `attachment; filename*=UTF-8''${encoded}`
}

/** Hands out a file of the `exports` folder, to be saved and never shown: it holds pages of strangers. */
export function exportedFiles({
  exportedFile,
}: Pick<ServedService, 'exportedFile'>): (c: Context) => Promise<Response> {
  return async c => {
    const name = c.req.param('name') ?? ''
    let path
    try {
      path = await exportedFile(name)
    } catch (error) {
      if (error instanceof StetError && error.code === 'not-found') return c.text(error.message, 404)
      throw error
    }
    const { size } = await stat(path)
    const file = Readable.toWeb(createReadStream(path)) as ReadableStream
    return new Response(file, {
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(size),
        'content-disposition': asDownload(name),
        'cache-control': 'no-store',
      },
    })
  }
}
