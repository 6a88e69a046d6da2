import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StetError } from '../../../archive/errors.ts'
import { importBytes, mhtml } from './files.ts'

describe('a file that is not what its name says', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['a.html', '%PDF-1.7\n…', /looks like a PDF/],
    ['a.html', Buffer.from('89504e470d0a1a0a0000', 'hex'), /PNG picture/],
    ['a.txt', Buffer.from('504b0304140000', 'hex'), /ZIP archive/],
    ['a.html', Buffer.from('1f8b0800', 'hex'), /gzip/],
    ['a.webarchive', 'bplist00…', /Safari web archive/],
    ['a.warc', 'WARC/1.1\r\n', /WARC/],
    ['a.html', '', /it is empty/],
    ['a.html', ' \r\n\t', /it is empty/],
    ['a.txt', 'words\0more', /NUL byte/],
    ['a.html', 'Only words here.', /named as a page.*\.txt/],
    ['a.mhtml', '<html><p>x', /named as MHTML/],
    ['a.xml', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>', /feed/],
    ['a.txt', '{"a": [1, 2]}', /JSON/],
    [
      'a.html',
      Buffer.concat([
        Buffer.from('<html><p>SingleFile'),
        Buffer.from('504b0304000000504b0506', 'hex'),
        Buffer.alloc(18),
      ]),
      /SingleFile/,
    ],
  ])('%s', async (fileName, content, message) => {
    const error: unknown = await importBytes(fileName, content).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(StetError)
    expect(error).toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(message),
      data: { fileName },
    })
    expect(error).toMatchObject({ message: expect.stringContaining('Nothing was kept.') })
  })

  it('is called standard input where it came from there', async () => {
    await expect(importBytes('-', '')).rejects.toThrow(/^Standard input cannot be imported/)
  })
})

describe('unusable options', () => {
  it('are refused before anything is read', async () => {
    await expect(importBytes('a.txt', 'x', { url: 'ftp://paper.example/' })).rejects.toMatchObject({
      code: 'invalid-url',
    })
    await expect(importBytes('a.txt', 'x', { url: 'not a url' })).rejects.toMatchObject({
      code: 'invalid-url',
    })
    await expect(importBytes('a.txt', 'x', { capturedAt: 'yesterday' })).rejects.toMatchObject({
      code: 'usage',
    })
  })
})

describe('any bytes under any name', () => {
  it('are imported or refused with a StetError', async () => {
    const seed = Buffer.from(
      mhtml(
        ['Date: x', 'Snapshot-Content-Location: https://a.example/'],
        [
          {
            headers: ['Content-Type: text/html', 'Content-Transfer-Encoding: quoted-printable'],
            body: '<p>=C3=',
          },
        ],
      ),
    )
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string().map(text => Buffer.from(`<html>${text}`)),
      fc
        .tuple(fc.nat(seed.length - 1), fc.uint8Array({ maxLength: 20 }))
        .map(([at, bytes]) => Buffer.concat([seed.subarray(0, at), bytes, seed.subarray(at)])),
    )
    const name = fc.constantFrom('a.html', 'a.mhtml', 'a.txt', 'a.md', '-', '', '\0.html', '💥.txt')
    await fc.assert(
      fc.asyncProperty(content, name, async (bytes, fileName) => {
        const result: unknown = await importBytes(fileName, bytes).catch((thrown: unknown) => thrown)
        if (result instanceof Error) expect(result).toBeInstanceOf(StetError)
        else expect(result).toHaveProperty('page.import.sha256')
      }),
      { numRuns: 400 },
    )
  })
})
