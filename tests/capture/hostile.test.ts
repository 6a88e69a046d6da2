import { describe, expect, it } from 'vitest'
import { decodeHtml, judge } from '../../archive/capture/index.ts'
import { styleReferences } from '../../archive/capture/discover/css.ts'
import { documentReferences } from '../../archive/capture/discover/html.ts'
import { refreshTarget } from '../../archive/capture/refresh.ts'
import { sniffMime } from '../../archive/capture/sniff.ts'
import { factsOf } from './outcome/facts.ts'

const desktop = { width: 1280, height: 800, pixelRatio: 1 }
const SIZE = 500_000

/** Pieces that make a careless pattern try every combination, or a careless parser go deep. */
const PIECES = [
  '<',
  '<div',
  '<div>',
  '<div ',
  '<p a="',
  '<meta "',
  '<meta http-equiv=refresh content="',
  '<!--',
  '<!---->',
  '<noscript>',
  '<iframe srcdoc="',
  '<style>',
  '<script>',
  '<svg><style><![CDATA[',
  '<picture><source srcset="a,,,,,,,,,,b">',
  '<img srcset="a 1x,,,,b" sizes="((((((((">',
  '<video>',
  '<?xml ',
  '</p>',
  '&#x41;',
  'url(',
  '@import "',
  '@font-face{src:url(',
  'image-set(',
  '((((',
  '"',
  '\\',
  ',',
]

describe('half a million characters of malice are read to their end', () => {
  it.each(PIECES)('%s', piece => {
    const text = piece.repeat(Math.ceil(SIZE / piece.length))
    const bytes = Buffer.from(text)
    expect(decodeHtml(bytes, null).html).toHaveLength(text.length)
    documentReferences(text, desktop)
    documentReferences(
      `<img srcset='${text}' sizes='${text}' data-src='${text}'><source media='${text}' srcset=x>`,
      desktop,
    )
    styleReferences(text, { pixelRatio: 1, characters: () => [65] })
    refreshTarget([], text, 'https://a.example/', 5000)
    sniffMime(bytes, null)
    expect(judge(factsOf({ status: 403, html: text })).outcome).toBe('attempt')
    judge(factsOf({ html: text, around: text.slice(0, 5000), story: [text.slice(0, 8000)] }))
  })
})
