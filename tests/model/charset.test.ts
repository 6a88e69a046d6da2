import { describe, expect, it } from 'vitest'
import { decodeHtml } from '../../archive/model/charset/decode.ts'

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    Buffer.concat(parts.map(p => (typeof p === 'string' ? Buffer.from(p, 'latin1') : Buffer.from(p)))),
  )

describe('decoding a page', () => {
  it('believes a byte order mark before the header, and the header before the markup', () => {
    const page = '<meta charset="shift_jis"><p>\xe9</p>'
    expect(decodeHtml(latin1(page), 'text/html; charset=iso-8859-1')).toMatchObject({
      charset: 'windows-1252',
      charsetFrom: 'http',
      html: '<meta charset="shift_jis"><p>é</p>',
    })
    const withMark = bytes([0xef, 0xbb, 0xbf], '<meta charset=shift_jis>', [0xc3, 0xa9])
    expect(decodeHtml(withMark, 'text/html; charset=windows-1251')).toEqual({
      charset: 'UTF-8',
      charsetFrom: 'bom',
      html: '<meta charset=shift_jis>é',
    })
  })

  it.each([
    ['<meta charset="windows-1251">', 'windows-1251'],
    ["<META CHARSET='KOI8-R'>", 'KOI8-R'],
    ['<meta charset=sjis/>', null],
    ['<meta charset=euc-jp />', 'EUC-JP'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', 'GBK'],
    ["<meta content='text/html;charset=big5' http-equiv=content-type>", 'Big5'],
    ['<meta name="description" content="charset=big5"><meta charset="windows-1250">', 'windows-1250'],
    ['<!-- <meta charset="big5"> --><meta charset="windows-1253">', 'windows-1253'],
    ['<script>var x = "<meta charset=big5>"</script><meta charset="windows-1257">', 'windows-1257'],
    ['<meta name=x content="a>b"><meta charset="windows-1258">', 'windows-1258'],
    ['<?xml version="1.0" encoding="ISO-8859-2"?><html>', 'ISO-8859-2'],
    ['<meta charset="nonsense"><meta charset="iso-8859-5">', 'ISO-8859-5'],
    ['<meta charset="utf-16">', 'UTF-8'],
    ['<meta charset="x-user-defined">', 'windows-1252'],
  ])('reads the declaration in %s', (markup, charset) => {
    const decoded = decodeHtml(latin1(markup + '<p>\xfc\xe8</p>'), 'text/html')
    if (charset === null) expect(decoded.charsetFrom).toBe('default')
    else expect(decoded).toMatchObject({ charset, charsetFrom: 'meta' })
  })

  it('finds a declaration behind a long head', () => {
    const head = `<title>x</title><style>${'a{}'.repeat(2000)}</style><meta charset="windows-1251">`
    expect(decodeHtml(latin1(head + '\xcf\xf0\xe8'), null).html.endsWith('При')).toBe(true)
  })

  it.each([
    ['shift_jis', [0x93, 0xfa, 0x96, 0x7b], '日本'],
    ['euc-jp', [0xc6, 0xfc, 0xcb, 0xdc], '日本'],
    ['iso-2022-jp', [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x1b, 0x28, 0x42], '日'],
    ['gb18030', [0xd6, 0xd0, 0x81, 0x30, 0x81, 0x30], '中\u0080'],
    ['gb2312', [0xd6, 0xd0, 0xce, 0xc4], '中文'],
    ['big5', [0xa4, 0xa4, 0xa4, 0xe5], '中文'],
    ['euc-kr', [0xc7, 0xd1, 0xb1, 0xdb], '한글'],
    ['windows-1250', [0xe8, 0xf8], 'čř'],
    ['windows-1251', [0xcc, 0xe8, 0xf0], 'Мир'],
    ['windows-1252', [0x80, 0x93, 0x94], '€“”'],
    ['iso-8859-1', [0x80], '€'],
    ['windows-1253', [0xe1], 'α'],
    ['windows-1254', [0xf0], 'ğ'],
    ['windows-1255', [0xf9], 'ש'],
    ['windows-1256', [0xe3], 'م'],
    ['windows-874', [0xa1], 'ก'],
    ['koi8-u', [0xa4], 'є'],
    ['macintosh', [0x8e], 'é'],
    ['utf-16le', [0x41, 0x00, 0x2f, 0x04], 'AЯ'],
    ['utf-16be', [0x00, 0x41, 0x04, 0x2f], 'AЯ'],
  ])('reads %s from the header', (label, data, text) => {
    expect(decodeHtml(Uint8Array.from(data), `text/html; charset="${label}"`).html).toBe(text)
  })

  it('reads UTF-16 by its byte order mark alone', () => {
    expect(decodeHtml(Uint8Array.from([0xff, 0xfe, 0x2f, 0x04]), null)).toEqual({
      html: 'Я',
      charset: 'UTF-16LE',
      charsetFrom: 'bom',
    })
  })

  it('takes undeclared bytes for UTF-8 where they are, else for the usual charset of the language', () => {
    expect(decodeHtml(Uint8Array.from(Buffer.from('<p>naïve</p>')), null)).toMatchObject({
      charset: 'UTF-8',
      charsetFrom: 'default',
    })
    expect(decodeHtml(latin1('<html lang="ru-RU"><p>\xcc\xe8\xf0'), 'text/html').html).toContain('Мир')
    expect(decodeHtml(latin1('<html lang="zh-TW">\xa4\xa4'), 'text/html').charset).toBe('Big5')
    expect(decodeHtml(latin1('<p>caf\xe9'), 'text/html')).toMatchObject({
      charset: 'windows-1252',
      html: '<p>café',
    })
  })

  it('ignores a header that names no charset there is', () => {
    expect(decodeHtml(latin1('<meta charset="big5">\xa4\xa4'), 'text/html; charset=utf8mb9')).toMatchObject({
      charset: 'Big5',
      charsetFrom: 'meta',
    })
  })

  it('turns bytes that fit no character into U+FFFD and goes on', () => {
    expect(decodeHtml(Uint8Array.from([0x41, 0xff, 0x42]), 'text/html;charset=utf-8').html).toBe('A\ufffdB')
  })
})
