import { describe, expect, it } from 'vitest'
import {
  mayDownload,
  mayNavigate,
  mayOpenWindow,
  mayRedirect,
  mayRequest,
  mayUse,
} from '../../electron/security/decisions.ts'
import { isOwnSender } from '../../electron/security/sender.ts'
import { externalUrl, isAppUrl, snapshotPlace, snapshotUrl } from '../../electron/security/urls.ts'

const ID = '0123456789abcdef'
const OTHER = 'fedcba9876543210'
const DIGITS = '1234567890123456'

describe('the sender check', () => {
  const own = { fromOwnWindow: true, isMainFrame: true, url: 'app://stet/index.html#/settings' }

  it('hears the top frame of the app in its own window', () => {
    expect(isOwnSender(own)).toBe(true)
  })

  it.each([
    ['another window', { ...own, fromOwnWindow: false }],
    ['a frame inside the app', { ...own, isMainFrame: false }],
    ['an archived page', { ...own, url: snapshotUrl(ID) }],
    ['another host of the scheme', { ...own, url: 'app://evil/' }],
    ['a host that begins alike', { ...own, url: 'app://stet.evil/' }],
    ['a frame that is gone', { ...own, url: null }],
    ['a page of the web', { ...own, url: 'https://stet/' }],
  ])('refuses %s', (_who, sender) => {
    expect(isOwnSender(sender)).toBe(false)
  })
})

describe('navigation', () => {
  it('lets the app load itself again and nothing else', () => {
    const from = 'app://stet/'
    expect(mayNavigate({ kind: 'app', from, to: 'app://stet/#/x', isMainFrame: true })).toBe(true)
    for (const to of [
      'https://news.example/',
      'file:///tmp/dropped.html',
      'app://evil/',
      snapshotUrl(ID),
      'data:text/html,x',
    ])
      expect(mayNavigate({ kind: 'app', from, to, isMainFrame: true }), to).toBe(false)
  })

  it('keeps an archived page where it is, and its frames in the same snapshot', () => {
    const from = snapshotUrl(ID)
    const inFrame = { kind: 'page', from, isMainFrame: false } as const
    expect(mayNavigate({ ...inFrame, to: `${from}frame.html` })).toBe(true)
    expect(mayNavigate({ ...inFrame, to: snapshotUrl(OTHER) })).toBe(false)
    expect(mayNavigate({ ...inFrame, to: 'https://news.example/' })).toBe(false)
    expect(mayNavigate({ kind: 'page', from, to: from, isMainFrame: true })).toBe(false)
    expect(mayNavigate({ kind: 'page', from, to: 'app://stet/', isMainFrame: true })).toBe(false)
  })
})

describe('a page of the web', () => {
  const from = 'https://news.example/'
  const NOT_OF_THE_WEB = [
    'file:///etc/passwd',
    'app://stet/',
    snapshotUrl(ID),
    'chrome://settings',
    'devtools://x',
    'nonsense',
  ]

  it.each(['capture', 'sign-in'] as const)('may go anywhere on the web and nowhere else: %s', kind => {
    for (const to of ['https://a.example/', 'http://b.example/', 'about:blank', 'blob:https://a.example/1']) {
      expect(mayNavigate({ kind, from, to, isMainFrame: true }), to).toBe(true)
      expect(mayRequest(kind, to), to).toBe(true)
    }
    expect(mayRedirect(kind, 'https://a.example/')).toBe(true)
    expect(mayRequest(kind, 'wss://a.example/')).toBe(true)
    for (const to of NOT_OF_THE_WEB) {
      expect(mayNavigate({ kind, from, to, isMainFrame: true }), to).toBe(false)
      expect(mayNavigate({ kind, from, to, isMainFrame: false }), to).toBe(false)
      expect(mayRedirect(kind, to), to).toBe(false)
      expect(mayRequest(kind, to), to).toBe(false)
    }
  })

  it('may be sent on by its server, which the app and an archived page never are', () => {
    expect(mayRedirect('app', 'app://stet/')).toBe(false)
    expect(mayRedirect('page', snapshotUrl(ID))).toBe(false)
  })

  it('opens windows only where a person signs in', () => {
    expect(mayOpenWindow('sign-in', 'https://identity.example/')).toBe(true)
    expect(mayOpenWindow('sign-in', 'about:blank')).toBe(true)
    for (const url of NOT_OF_THE_WEB) expect(mayOpenWindow('sign-in', url), url).toBe(false)
    for (const kind of ['app', 'page', 'capture'] as const)
      expect(mayOpenWindow(kind, 'https://identity.example/'), kind).toBe(false)
  })

  it('gets no permission and downloads nothing', () => {
    for (const kind of ['capture', 'sign-in'] as const) {
      for (const permission of ['clipboard-sanitized-write', 'geolocation', 'media', 'openExternal'])
        expect(mayUse(kind, permission, from)).toBe(false)
      expect(mayDownload(kind, 'blob:https://news.example/1')).toBe(false)
    }
  })
})

describe('requests and permissions', () => {
  it('cancels everything of an archived page that is not in the archive', () => {
    expect(mayRequest('page', `${snapshotUrl(ID)}resources/a.png`)).toBe(true)
    expect(mayRequest('page', 'data:image/png;base64,AAAA')).toBe(true)
    for (const url of [
      'https://news.example/a.png',
      'http://127.0.0.1/',
      'ws://x/',
      'file:///etc/passwd',
      'app://stet/',
      'blob:https://x/1',
    ])
      expect(mayRequest('page', url), url).toBe(false)
  })

  it('gives the app no network either', () => {
    expect(mayRequest('app', 'app://stet/assets/index.js')).toBe(true)
    for (const url of [
      'https://news.example/',
      'http://127.0.0.1:8080/',
      'wss://x/',
      'file:///etc/passwd',
      snapshotUrl(ID),
    ])
      expect(mayRequest('app', url), url).toBe(false)
  })

  it('grants only writing text to the clipboard, and only to the app', () => {
    expect(mayUse('app', 'clipboard-sanitized-write', 'app://stet/')).toBe(true)
    expect(mayUse('page', 'clipboard-sanitized-write', snapshotUrl(ID))).toBe(false)
    for (const permission of [
      'clipboard-read',
      'media',
      'geolocation',
      'notifications',
      'fullscreen',
      'openExternal',
      'hid',
    ])
      expect(mayUse('app', permission, 'app://stet/'), permission).toBe(false)
  })

  it('lets the app save what it made itself, and nobody anything else', () => {
    expect(mayDownload('app', 'blob:app://stet/5c1f')).toBe(true)
    expect(mayDownload('app', 'https://news.example/a.zip')).toBe(false)
    expect(mayDownload('page', 'blob:app://stet/5c1f')).toBe(false)
  })
})

describe('addresses', () => {
  it('hands only web addresses without a password to the browser', () => {
    expect(externalUrl('https://news.example/ä')).toBe('https://news.example/%C3%A4')
    for (const url of [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'mailto:a@b.example',
      'smb://x/',
      'https://u:p@x.example/',
      'nonsense',
      null,
      7,
    ])
      expect(externalUrl(url), String(url)).toBeNull()
  })

  it('names a snapshot by a host that is never a number', () => {
    expect(new URL(snapshotUrl(DIGITS)).host).toBe(`s${DIGITS}`)
    expect(snapshotPlace(`${snapshotUrl(DIGITS)}a/b.css?x#y`)).toEqual({
      snapshotId: DIGITS,
      path: 'a/b.css',
    })
  })

  it.each([
    'snapshot://sABC/',
    `snapshot://${ID}/`,
    `snapshot://s${ID}.evil/`,
    `https://s${ID}/`,
    `snapshot://s${ID}:80/`,
    '',
  ])('finds no snapshot in "%s"', url => {
    expect(snapshotPlace(url)).toBeNull()
  })

  it('knows the app by scheme and host', () => {
    expect(isAppUrl('app://stet/')).toBe(true)
    expect(isAppUrl('app://stet:1/')).toBe(false)
    expect(isAppUrl('x-app://stet/')).toBe(false)
  })
})
