import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openArchive } from '../../archive/index.ts'
import { browserCpuSeconds } from '../support/browser-cpu.ts'
import type { SnapshotRecord } from '../../archive/model/snapshot.ts'

export interface BrowserRun {
  readonly seconds: number
  readonly snapshots: number
  readonly checks: number
  readonly attempts: number
  readonly bytesNew: number
  /** Processor seconds of the browser, and of this process. */
  readonly cpuSeconds: { readonly browser: number; readonly own: number }
  /** Milliseconds by step of a capture, over all pages. */
  readonly steps: Readonly<Record<string, number>>
  /** Milliseconds by what was done in the page, over all pages. */
  readonly behaviours: Readonly<Record<string, number>>
}

/** Captures with the browser engine into an archive that is open for the run alone. */
export async function browserRun(dir: string, urls: readonly string[], tabs: number): Promise<BrowserRun> {
  const archive = await openArchive(dir, { access: 'write' })
  const steps: Record<string, number> = {}
  const behaviours: Record<string, number> = {}
  const since = new Map<string, { step: string; at: number }>()
  const begun = performance.now()
  const cpuBefore = process.cpuUsage()
  let browserCpu = 0
  const close = (input: string): void => {
    const last = since.get(input)
    if (last) steps[last.step] = (steps[last.step] ?? 0) + performance.now() - last.at
    since.delete(input)
    browserCpu = browserCpuSeconds()
  }
  try {
    const { results } = await archive.capture(urls, {
      engine: 'browser',
      allowPrivate: true,
      concurrency: tabs,
      onProgress({ input, step }) {
        const before = since.get(input)
        if (before?.step === step) return
        const at = performance.now()
        if (before) steps[before.step] = (steps[before.step] ?? 0) + at - before.at
        since.set(input, { step, at })
      },
      onResult: ({ input }) => close(input),
    })
    const seconds = (performance.now() - begun) / 1000
    const own = process.cpuUsage(cpuBefore)
    for (const { path } of results) {
      if (path === null) continue
      const record = JSON.parse(await readFile(join(path, 'data/snapshot.json'), 'utf8')) as SnapshotRecord
      for (const { name, ms } of record.view?.behaviours ?? [])
        behaviours[name] = (behaviours[name] ?? 0) + ms
    }
    const count = (outcome: string) => results.filter(result => result.outcome === outcome).length
    return {
      seconds,
      snapshots: count('snapshot'),
      checks: count('check'),
      attempts: count('attempt'),
      bytesNew: results.reduce((sum, result) => sum + result.bytesNew, 0),
      cpuSeconds: { browser: browserCpu, own: (own.user + own.system) / 1e6 },
      steps,
      behaviours,
    }
  } finally {
    await archive.close()
  }
}
