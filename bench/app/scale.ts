/**
 * The app in Chromium over a big archive, beside an empty one: opening, scrolling, filtering, memory. Usage:
 * node bench/app/scale.ts [--archive DIR] [--sources 20000] [--snapshots 60000]
 *
 * Without --archive one is made, used and removed; making 60,000 snapshots takes some minutes.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { build, isStale } from '../../scripts/build.ts'
import { launchBrowser } from '../../tests/support/browser.ts'
import { makeArchive } from '../support/make-archive.ts'

const ROUNDS = 3
const FRAMES = 240
/** A quick turn of the wheel: nine rows a frame, 30,000 pixels a second. */
const PIXELS_A_FRAME = 480
const MIB = 1024 * 1024
const MAIN = fileURLToPath(new URL('../../archive/cli/main.ts', import.meta.url))

type Figures = Record<string, number>

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** The browser host in a process of its own, as `stet serve` starts it, and the address it opened. */
async function serve(dir: string): Promise<{ readonly host: ChildProcess; readonly url: string }> {
  const args = [MAIN, '--archive', dir, 'serve', '--no-open']
  const host = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const chunk of host.stdout) {
    const url = /http:\S+/.exec(String(chunk))?.[0]
    if (url) return { host, url }
  }
  throw new Error(`The host ended: ${await text(host.stdout)}`)
}

async function stop(host: ChildProcess): Promise<void> {
  host.kill('SIGTERM')
  if (host.exitCode === null) await once(host, 'exit')
}

/** Milliseconds from the beginning of the navigation to the frame that shows the list (or, empty, the welcome). */
function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const look = () => {
          const shown = document.querySelector('[role="row"][aria-selected], #content h1, #content h2')
          if (!shown) return void requestAnimationFrame(look)
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())))
        }
        look()
      }),
  )
}

/** Share of frames in which a place of the list that should show a source showed none. */
function scroll(page: Page): Promise<{ readonly blank: number; readonly longestMs: number }> {
  return page.evaluate(
    ([frames, pixels]) =>
      new Promise(resolve => {
        const body = document.querySelector('[role="grid"] > [role="presentation"]')!
        const box = body.getBoundingClientRect()
        let [frame, blank, longestMs, last] = [0, 0, 0, performance.now()]
        const step = () => {
          const now = performance.now()
          if (frame > 0) longestMs = Math.max(longestMs, now - last)
          last = now
          const places = [0.1, 0.5, 0.9].map(share => box.top + share * box.height)
          const isBlank = places.some(y => {
            const row = document.elementFromPoint(box.left + box.width / 2, y)?.closest('[role="row"]')
            return !row?.hasAttribute('aria-selected')
          })
          if (frame > 0 && isBlank) blank++
          if (++frame > frames!) return resolve({ blank: blank / frames!, longestMs })
          body.scrollTop += pixels!
          requestAnimationFrame(step)
        }
        step()
      }),
    [FRAMES, PIXELS_A_FRAME],
  )
}

/** Milliseconds from the last letter typed to the frame that shows the answer. */
async function filter(page: Page, word: string): Promise<number> {
  const field = page.getByRole('searchbox').first()
  await field.fill('')
  await page.waitForFunction(
    () => document.querySelector('[role="grid"]')?.getAttribute('aria-busy') === 'false',
  )
  await page.evaluate(() => {
    const grid = document.querySelector('[role="grid"]')!
    const before = grid.getAttribute('aria-rowcount')
    const timing = window as unknown as { filtered: Promise<number> }
    timing.filtered = new Promise(resolve => {
      addEventListener(
        'input',
        () => {
          const began = performance.now()
          const look = () => {
            const done =
              grid.getAttribute('aria-rowcount') !== before && grid.getAttribute('aria-busy') === 'false'
            if (!done) return void requestAnimationFrame(look)
            requestAnimationFrame(() => resolve(performance.now() - began))
          }
          look()
        },
        { capture: true, once: true },
      )
    })
  })
  await field.fill(word)
  return page.evaluate(() => (window as unknown as { filtered: Promise<number> }).filtered)
}

async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / MIB
}

async function oneRound(browser: Browser, dir: string, isEmpty: boolean): Promise<Figures> {
  const began = performance.now()
  const { host, url } = await serve(dir)
  const hostMs = performance.now() - began
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  try {
    await page.goto(url, { waitUntil: 'commit' })
    const paintMs = await firstPaint(page)
    const figures: Figures = {
      'host: start to its address, ms': hostMs,
      'window: address to first list painted, ms': paintMs,
      'both: open to first list painted, ms': hostMs + paintMs,
    }
    if (!isEmpty) {
      const { blank, longestMs } = await scroll(page)
      figures['scrolling: frames with a blank row, %'] = blank * 100
      figures['scrolling: longest frame, ms'] = longestMs
      const words = ['ferry', 'council', 'harbour']
      const times: number[] = []
      for (const word of words) times.push(await filter(page, word))
      figures['filter: last letter to the answer painted, ms'] = median(times)
    }
    figures['renderer heap after that, MiB'] = await heap(page)
    return figures
  } finally {
    await page.close()
    await stop(host)
  }
}

async function figuresOf(browser: Browser, dir: string, isEmpty: boolean): Promise<Figures> {
  const rounds: Figures[] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await oneRound(browser, dir, isEmpty))
  const names = Object.keys(rounds[0] ?? {})
  return Object.fromEntries(names.map(name => [name, median(rounds.map(figures => figures[name]!))]))
}

const { values } = parseArgs({
  options: {
    archive: { type: 'string' },
    sources: { type: 'string', default: '20000' },
    snapshots: { type: 'string', default: '60000' },
  },
})
if (isStale('renderer')) await build('renderer')
const work = await mkdtemp(join(tmpdir(), 'stet-bench-'))
const browser = await launchBrowser()
try {
  const big = values.archive ?? join(work, 'big')
  if (values.archive === undefined) await makeArchive(big, Number(values.sources), Number(values.snapshots))
  const empty = await figuresOf(browser, join(work, 'empty'), true)
  const full = await figuresOf(browser, big, false)
  console.log(`Medians of ${ROUNDS} starts.\n\n| | big archive | empty archive |\n|---|---|---|`)
  for (const [name, value] of Object.entries(full)) {
    console.log(`| ${name} | ${value.toFixed(1)} | ${empty[name]?.toFixed(1) ?? '–'} |`)
  }
} finally {
  await browser.close()
  await rm(work, { recursive: true, force: true })
}
