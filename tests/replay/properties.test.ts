import * as fc from 'fast-check'
import { JSDOM, VirtualConsole } from 'jsdom'
import { expect, test } from 'vitest'
import { rewriteDocument } from '../../archive/replay/document.ts'
import { readTags } from '../../archive/replay/tags.ts'
import { bagWith } from './answering.ts'

const OUTSIDE = 'https://out.example/x'
const address = fc.constantFrom(
  OUTSIDE,
  '//out.example/x',
  'HTTPS://OUT.example/x',
  ' https://out.example/x',
  'ht\ntps://out.example/x',
  'https:&#47;/out.example/x',
  '\\\\out.example/x',
  'javascript:fetch("https://out.example/x")',
)
const names = fc.constantFrom(
  'img',
  'source',
  'video',
  'audio',
  'track',
  'iframe',
  'frame',
  'embed',
  'object',
  'link',
  'script',
  'base',
  'body',
  'table',
  'td',
  'input',
  'form',
  'button',
  'a',
  'area',
  'svg',
  'image',
  'use',
  'feimage',
  'set',
  'meta',
  'html',
  'style',
  'portal',
  'x-y',
  'bgsound',
  'applet',
  'amp-img',
  'picture',
  'div',
  'math',
  'template',
  'noscript',
  'textarea',
  'title',
)
const attributes = fc.constantFrom(
  'src',
  'srcset',
  'href',
  'xlink:href',
  'poster',
  'background',
  'data',
  'action',
  'formaction',
  'ping',
  'lowsrc',
  'dynsrc',
  'manifest',
  'imagesrcset',
  'code',
  'codebase',
  'archive',
  'icon',
  'SRC',
  'Href',
  'onload',
  'onerror',
)
const quote = fc.constantFrom('"', "'", '')
const attribute = fc
  .tuple(attributes, quote, address)
  .map(
    ([name, q, url]) =>
      `${name}=${q}${q === '' ? url.trim().replaceAll(/["'\s]/g, '') : url.replaceAll(q, '')}${q}`,
  )
const relation = fc.constantFrom(
  '',
  ' rel=stylesheet',
  ' rel=icon',
  ' rel="preload" as=image',
  ' http-equiv=refresh',
  ' type=image',
)
const styled = address.map(url => ` style="background:url(${url.replaceAll('"', '')})"`)
const tag = fc
  .tuple(names, fc.array(attribute, { maxLength: 3 }), fc.oneof(relation, styled), fc.constantFrom('', '/'))
  .map(([name, list, more, end]) => `<${name}${more} ${list.join(' ')} ${end}>`)
const sheet = address.map(
  url => `<style>@import "${url.replaceAll('"', '')}"; a{b:url(${url.replaceAll(/["\s()]/g, '')})}</style>`,
)
const noise = fc.constantFrom(
  '</svg>',
  '</style>',
  '</script>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  'text',
  '</title>',
  '</p>',
  '<p>',
  '"',
  "'",
  '>',
  '<',
)
const page = fc
  .array(fc.oneof({ weight: 5, arbitrary: tag }, sheet, noise), { maxLength: 12 })
  .map(parts => parts.join(''))

/** Attributes that say an address and ask for nothing. */
const TELLS = new Set(['data-stet-href', 'title', 'cite', 'content'])

test('In no tag of a rewritten page does an address lead outside, or a handler or script stay', () => {
  fc.assert(
    fc.property(page, html => {
      const once = rewriteDocument(html, { kind: 'html', answering: bagWith({}).answering }).html
      for (const one of readTags(once, 'html').tags) {
        if (one.kind !== 'open') continue
        expect(one.name).not.toMatch(/^(?:script|base)$/)
        for (const { name, value } of one.attributes) {
          expect(name.startsWith('on')).toBe(false)
          if (!TELLS.has(name)) expect(value, `${name} in ${once}`).not.toMatch(/out\.example/i)
        }
      }
    }),
    { numRuns: 1_000 },
  )
})

test('Rewriting a rewritten page changes nothing that counts: no address, no script is left to take out', () => {
  fc.assert(
    fc.property(page, html => {
      const bag = bagWith({})
      const { html: once } = rewriteDocument(html, { kind: 'html', answering: bag.answering })
      bag.missing.length = 0
      expect(rewriteDocument(once, { kind: 'html', answering: bag.answering }).scriptsRemoved).toBe(0)
      expect(bag.missing.filter(url => url.includes('out.example'))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

/** jsdom tells of every broken style sheet. */
const SILENT = new VirtualConsole()

function* elementsOf(root: Document | DocumentFragment): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element
    if ('content' in element && element.localName === 'template') {
      yield* elementsOf((element as HTMLTemplateElement).content)
    }
  }
}

test('A parser that builds the tree as browsers do finds no address outside and no script either', () => {
  fc.assert(
    fc.property(page, html => {
      const once = rewriteDocument(html, { kind: 'html', answering: bagWith({}).answering }).html
      for (const element of elementsOf(new JSDOM(once, { virtualConsole: SILENT }).window.document)) {
        expect(element.localName, once).not.toBe('script')
        for (const { name, value } of element.attributes) {
          if (!TELLS.has(name)) expect(value, `${name} in ${once}`).not.toMatch(/out\.example/i)
        }
      }
    }),
    { numRuns: 200 },
  )
})
