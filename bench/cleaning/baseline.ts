import { Readability } from '@mozilla/readability'
import { JSDOM } from 'jsdom'
import { decodeHtml } from '../../archive/model/charset/decode.ts'

const BLOCKS = 'p,div,li,h1,h2,h3,h4,h5,h6,blockquote,pre,tr,td,th,figure,figcaption,section,article,br'

/** What plain Readability 0.6 makes of a page, as text; an empty line between blocks, so that words do not run together. */
export function readPlain(bytes: Uint8Array, url: string): string {
  const dom = new JSDOM(decodeHtml(bytes, null).html, { url })
  const { document } = dom.window
  const content = new Readability<Element>(document, { serializer: node => node as Element }).parse()?.content
  for (const block of content?.querySelectorAll(BLOCKS) ?? []) block.after('\n\n')
  const text = content?.textContent ?? ''
  dom.window.close()
  return text
}
