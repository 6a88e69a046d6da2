import { JSDOM } from 'jsdom'
import { readOwnPost, type OwnPost } from '../../archive/posts/index.ts'

const parser = new new JSDOM('').window.DOMParser()

/** Reads a page as a post's own; null where it is none. */
export function ownPost(url: string, head: string, body = ''): OwnPost | null {
  const html = `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`
  return readOwnPost(parser.parseFromString(html, 'text/html'), url)
}

export const og = (name: string, content: string): string =>
  `<meta property="og:${name}" content="${content.replaceAll('"', '&quot;')}">`
