import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localBrowser } from '../../../archive/browser/index.ts'
import { type Archive, openArchive } from '../../../archive/index.ts'
import { ensureBrowser } from '../../support/browser.ts'
import { type PagesHost, servePages } from './door.ts'
import { type Kind, KINDS } from './kinds.ts'
import { type ClosedBrowser, closedBrowser, type SeenPage } from './seen.ts'

const SENTENCE = 'The ferry left the quay at six and came back with the evening tide, as it had for years.'

function pageOf({ inside, head = '' }: Kind, number: number): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry ${number}</title>${head}</head>
<body><article><h1>The evening ferry, part ${number}</h1>${`<p>${SENTENCE}</p>`.repeat(6)}${inside}</article></body></html>`
}

let servers: Server[] = []
let asked = 0
let folder = ''
let archive: Archive
let host: PagesHost
let door: ClosedBrowser
let files: ClosedBrowser
const snapshots = new Map<string, string>()

async function listen(address: string): Promise<{ origin: string; server: Server }> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, address, resolve))
  return { origin: `http://${address}:${(server.address() as AddressInfo).port}`, server }
}

beforeAll(async () => {
  const own = await listen('127.0.0.1')
  const other = await listen('127.0.0.2')
  servers = [own.server, other.server]
  const filled = (text: string): string =>
    text
      .replaceAll('{own}', own.origin)
      .replaceAll('{otherhost}', other.origin.slice('http://'.length))
      .replaceAll('{other}', other.origin)
  const routes = new Map<string, readonly [string, string | Uint8Array]>()
  for (const [i, kind] of KINDS.entries()) {
    routes.set(`/${i}`, ['text/html', filled(pageOf(kind, i))])
    for (const [path, [type, body]] of Object.entries(kind.routes ?? {})) {
      routes.set(path, [type, typeof body === 'string' ? filled(body) : body])
    }
  }
  for (const server of servers) {
    server.on('request', (request, response) => {
      asked++
      const [type, body] = routes.get(request.url ?? '') ?? [null, 'nothing here']
      response.writeHead(type === null ? 404 : 200, {
        'content-type': type ?? 'text/plain',
        'content-length': Buffer.byteLength(body),
      })
      response.end(body)
    })
  }
  folder = await mkdtemp(join(tmpdir(), 'stet-kinds-'))
  const browser = localBrowser({ ...process.env, STET_BROWSER: await ensureBrowser() })
  archive = await openArchive(join(folder, 'archive'), { access: 'write', browser })
  const urls = KINDS.map((_, i) => `${own.origin}/${i}`)
  const { results } = await archive.capture(urls, { engine: 'browser', allowPrivate: true })
  for (const { input, ...result } of results) {
    if ('snapshotId' in result && result.snapshotId)
      snapshots.set(input.split('/').at(-1)!, result.snapshotId)
  }
  for (const server of servers) {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
  asked = 0
  host = await servePages(id => archive.files(id))
  door = await closedBrowser(host.port)
  files = await closedBrowser(null)
}, 180_000)

afterAll(async () => {
  await Promise.all([door?.close(), files?.close(), host?.close()])
  await archive?.close()
  await rm(folder, { recursive: true, force: true })
})

function expectKind({ words = [], unseen = [], colours = [], pictures }: Kind, seen: SeenPage): void {
  expect
    .soft(
      words.filter(word => !seen.text.includes(word)),
      'words that do not show',
    )
    .toEqual([])
  expect
    .soft(
      unseen.filter(word => seen.text.includes(word)),
      'words that nobody saw',
    )
    .toEqual([])
  expect
    .soft(
      colours.filter(colour => !seen.colours.has(colour)),
      'colours that are not there',
    )
    .toEqual([])
  if (pictures === undefined) return
  expect.soft(seen.pictures.filter(one => one.width > 0).length, JSON.stringify(seen.pictures)).toBe(pictures)
}

describe('With the sites stopped, a reader sees', () => {
  test.for(KINDS.map((kind, i) => [kind.name, kind, i] as const))('%s', async ([, kind, i]) => {
    const snapshotId = snapshots.get(String(i))!
    expect(snapshotId).toBeDefined()
    const served = await door.see(host.urlOf(snapshotId))
    expectKind(kind, served)
    await served.page.close()
    const path = join(folder, `${i}.html`)
    await writeFile(path, (await archive.page(snapshotId)).html)
    const alone = await files.see(pathToFileURL(path).href)
    expectKind(kind, alone)
    await alone.page.close()
    const { completeness } = await archive.evidence(snapshotId)
    expect.soft(completeness?.failed, 'what is not kept').toEqual([])
    expect.soft(completeness?.wordsKept, 'words that are kept').toBe(completeness?.wordsSeen ?? 0)
  })

  test('and nothing asks for anything outside', () => {
    expect([...door.tried, ...files.tried]).toEqual([])
    expect(asked).toBe(0)
  })
})
