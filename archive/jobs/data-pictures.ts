import type { Article, Block } from '../model/article.ts'
import type { BodyRef } from '../model/captured.ts'
import type { BodySink } from '../ports/body-sink.ts'

/** `data:` URLs longer than this are kept as files; shorter ones are placeholders that nobody reads. */
const INLINE_CHARS = 200

const DATA_URL = /^data:([^;,]*)((?:;[^;,]*)*),(.*)$/s

function decode(url: string): { mime: string; bytes: Uint8Array } | null {
  const match = DATA_URL.exec(url)
  if (!match) return null
  const [, mime = '', parameters = '', data = ''] = match
  try {
    const bytes = /;\s*base64\s*$/i.test(parameters)
      ? Buffer.from(decodeURIComponent(data), 'base64')
      : Buffer.from(decodeURIComponent(data), 'utf8')
    return bytes.length > 0 ? { mime: mime.toLowerCase() || 'text/plain', bytes } : null
  } catch {
    return null // a malformed escape: the picture is as broken as it was in the page
  }
}

/**
 * Pages saved as one file carry their pictures inside themselves. Takes those out of the article into the
 * bag, and names each by its bytes: `urn:sha256:<64 hex>`.
 */
export async function liftDataPictures(
  article: Article,
  sink: BodySink,
): Promise<{ article: Article; bodies: ReadonlyMap<string, BodyRef> }> {
  const bodies = new Map<string, BodyRef>()
  const blocks: Block[] = []
  for (const block of article.blocks) {
    const picture =
      block.kind === 'figure' && block.src !== null && block.src.length > INLINE_CHARS
        ? decode(block.src)
        : null
    if (block.kind !== 'figure' || picture === null) {
      blocks.push(block)
      continue
    }
    const body = await sink.put(picture.bytes, { mime: picture.mime, url: '' })
    const src = `urn:sha256:${body.sha256}`
    bodies.set(src, body)
    blocks.push({ ...block, src })
  }
  return { article: bodies.size > 0 ? { ...article, blocks } : article, bodies }
}
