import { expect, test } from 'vitest'
import { asUrl, parseDraft } from '../../../renderer/features/capture/parse-draft.ts'

const urlsIn = (text: string) => {
  const draft = parseDraft(text)
  return draft.kind === 'urls' ? draft.urls : draft.kind
}

test('an address is an address, with or without its scheme', () => {
  expect(urlsIn('https://example.org/story?id=1')).toEqual(['https://example.org/story?id=1'])
  expect(urlsIn('  example.org/story ')).toEqual(['https://example.org/story'])
  expect(urlsIn('localhost:8080/a')).toEqual(['http://localhost:8080/a'])
  expect(urlsIn('127.0.0.1:4810/news')).toEqual(['http://127.0.0.1:4810/news'])
})

test('a list of addresses may have bullets, numbers, remarks, quotes and empty lines', () => {
  const list = `# to check on Monday
- https://example.org/a
2) <https://example.org/b>,

* "https://example.org/c"
https://example.org/a`
  expect(urlsIn(list)).toEqual(['https://example.org/a', 'https://example.org/b', 'https://example.org/c'])
})

test('addresses of any script are taken', () => {
  expect(urlsIn('https://مثال.إختبار/خبر')).toEqual(['https://xn--mgbh0fb.xn--kgbechtv/%D8%AE%D8%A8%D8%B1'])
})

test('what is no address is never taken for one', () => {
  for (const word of [
    'hello',
    'page.html',
    'notes.txt',
    '3.14',
    'javascript:alert(1)',
    'file:///etc/passwd',
    '…',
  ]) {
    expect(asUrl(word), word).toBeNull()
  }
})

test('words with addresses among them are words, and the addresses are found', () => {
  const draft = parseDraft('The story at https://example.org/a was changed (see https://example.org/b).')
  expect(draft).toEqual({ kind: 'text', urls: ['https://example.org/a', 'https://example.org/b'] })
})

test('the source of a page is told from words that hold a sign of markup', () => {
  expect(parseDraft('<!doctype html><html><body><p>One</p></body></html>').kind).toBe('html')
  expect(parseDraft('<article><h1>One</h1></article>').kind).toBe('html')
  expect(parseDraft('<3 is not a tag, nor is a < b').kind).toBe('text')
})

test('nothing is nothing', () => {
  expect(parseDraft(' \n ').kind).toBe('nothing')
})
