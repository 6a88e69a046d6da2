import { describe, expect, it } from 'vitest'
import { importBytes } from './files.ts'

describe('a saved page', () => {
  it('from SingleFile says where and when it was saved', async () => {
    const html = `<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://paper.example/wall?x=1 \n saved date: Thu Nov 20 2025 10:11:12 GMT+0100 (Central European Standard Time)\n--><meta charset=utf-8><link rel=canonical href=https://other.example/><p>ü`
    const { page, kind } = await importBytes('wall.html', html)
    expect(kind).toBe('singlefile')
    expect(page).toMatchObject({
      finalUrl: 'https://paper.example/wall?x=1',
      capturedAt: '2025-11-20T09:11:12.000Z',
      import: { kind: 'singlefile', savedBy: 'SingleFile', savedAt: '2025-11-20T09:11:12.000Z' },
    })
  })

  it.each([
    [
      'a browser’s "Save as"',
      '<!DOCTYPE html>\n<!-- saved from url=(0026)https://paper.example/wall -->\n<html><p>x',
      'https://paper.example/wall',
      null,
    ],
    [
      'monolith',
      '<!-- Saved from https://paper.example/wall at 2025-11-20T09:11:12Z using monolith v2.8.1 --><!doctype html><p>x',
      'https://paper.example/wall',
      '2025-11-20T09:11:12.000Z',
    ],
    [
      'HTTrack',
      "<html><!-- Mirrored from paper.example/wall.html by HTTrack Website Copier/3.x [XR&CO'2014], Thu, 20 Nov 2025 09:11:12 GMT --><p>x",
      'http://paper.example/wall.html',
      '2025-11-20T09:11:12.000Z',
    ],
    [
      'WebScrapBook',
      '<!DOCTYPE html><html data-scrapbook-source="https://paper.example/wall" data-scrapbook-create="20251120091112000"><p>x',
      'https://paper.example/wall',
      '2025-11-20T09:11:12.000Z',
    ],
    [
      'its canonical link',
      '<html><head><link href="https://paper.example/wall" rel="canonical"></head><p>x',
      'https://paper.example/wall',
      null,
    ],
    [
      'og:url',
      '<html><head><meta property="og:url" content="https://paper.example/wall"></head><p>x',
      'https://paper.example/wall',
      null,
    ],
    ['nothing', '<html><head><link rel="canonical" href="/wall"></head><p>x', '', null],
  ])('names its address by %s', async (_, html, url, savedAt) => {
    const { page } = await importBytes('wall.html', html)
    expect(page).toMatchObject({ finalUrl: url, requestedUrl: url, import: { savedAt } })
  })

  it('takes the person’s address and time before the file’s', async () => {
    const html = '<!-- saved from url=(0026)https://paper.example/wall --><html><p>x'
    const { page } = await importBytes(
      'a.html',
      html,
      { url: 'https://mine.example/', capturedAt: '2026-01-02T03:04:05+01:00' },
      '2025-01-01T00:00:00.000Z',
    )
    expect(page).toMatchObject({
      finalUrl: 'https://mine.example/',
      capturedAt: '2026-01-02T02:04:05.000Z',
      import: { fileModifiedAt: '2025-01-01T00:00:00.000Z' },
    })
  })

  it('is dated by its file where it does not date itself', async () => {
    const { page } = await importBytes('a.html', '<html><p>x', {}, '2025-01-01T00:00:00.000Z')
    expect(page.capturedAt).toBe('2025-01-01T00:00:00.000Z')
  })

  it('is read in its own charset and kept byte for byte', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<html><meta charset="shift_jis"><p>'),
      Buffer.from([0x8d, 0x60]),
    ])
    const { page } = await importBytes('a.html', bytes)
    expect(page.html).toContain('港')
    expect(Buffer.from(page.bytes).equals(bytes)).toBe(true)
    expect(page.import).toMatchObject({ bytes: bytes.length })
  })

  it('is known by its content, whatever its name', async () => {
    expect((await importBytes('a.txt', '\ufeff\n<!-- c --><!DOCTYPE html><p>x')).kind).toBe('html')
    expect((await importBytes('-', '<p>Some <b>words</b>')).kind).toBe('html')
    expect((await importBytes('a.htm', 'Words, then <b>markup</b>')).kind).toBe('html')
  })
})

describe('a text', () => {
  it.each([
    ['a.txt', 'The wall.', 'text'],
    ['-', 'The wall.', 'text'],
    ['notes', '3 < 4 and 5 > 4', 'text'],
    ['a.md', '<p align="center">The wall</p>\n\n# Wall', 'markdown'],
    ['A.MARKDOWN', '# Wall', 'markdown'],
  ])('%s is recognised', async (fileName, words, kind) => {
    const found = await importBytes(fileName, words)
    expect(found).toMatchObject({
      kind,
      text: { text: words, markdown: kind === 'markdown' },
      parts: [],
      page: { finalUrl: '', html: '' },
    })
  })

  it.each([
    ['UTF-8', Buffer.from('häfen'), 'häfen'],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffhäfen'), 'häfen'],
    ['UTF-16 with a byte order mark', Buffer.from('\ufeffhäfen', 'utf16le'), 'häfen'],
    ['windows-1252', Buffer.from([0x68, 0xe4, 0x66, 0x65, 0x6e, 0x85, 0x93]), 'häfen…“'],
  ])('is read as %s', async (_, bytes, text) => {
    expect((await importBytes('a.txt', bytes)).text?.text).toBe(text)
  })
})
