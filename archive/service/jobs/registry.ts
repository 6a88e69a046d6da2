import { randomUUID } from 'node:crypto'
import type { Job } from '../../contract/jobs.ts'
import type { StetEvent } from '../../contract/status.ts'
import { startDemoSite } from '../../demo/site.ts'
import { StetError } from '../../errors.ts'
import { type Archive, assertCapturable, importAsk, type QueueEntry } from '../../index.ts'
import type { Clock } from '../../ports/clock.ts'
import { stetErrorOf } from '../errors.ts'
import {
  askedOf,
  captureRun,
  demoInputs,
  demoRun,
  exportedIds,
  exportRun,
  importRun,
  rebuildRun,
  reportRun,
  type Run,
  verifyRun,
} from './kinds.ts'
import { PacedTelling } from './paced.ts'
import { type DoneBefore, leftoverOf } from './pending.ts'
import { givenUp, NEVER_RESUMED, oneMore, tooMany } from './resumes.ts'
import type { CaptureAsk, ExportAsk, ReportAsk, ImportAsk, Jobs, Started } from './types.ts'
import { assertUploadable, bytesOf, namesOf } from './uploads.ts'
import { Work, type WorkFacts } from './work.ts'

export interface JobRegistryOptions {
  readonly archive: () => Archive
  readonly clock: Clock
  readonly emit: (event: StetEvent) => void
}

/** Ended jobs that stay on the list until they are dismissed; of more, the oldest go. */
const MAX_ENDED = 50

interface Listed {
  readonly work: Work
  /** Of work that was promised on the disk. */
  readonly entry: QueueEntry | null
  /** Begins it anew. */
  readonly again: () => Promise<Started>
  readonly ended: Promise<void>
}

/** All jobs of a service. */
export class JobRegistry implements Jobs {
  readonly #options: JobRegistryOptions
  readonly #jobs = new Map<string, Listed>()
  readonly #telling = new PacedTelling(jobId => this.#tell(jobId))
  #stopping = false

  constructor(options: JobRegistryOptions) {
    this.#options = options
  }

  list(): readonly Job[] {
    return [...this.#jobs.values()].map(({ work }) => work.view())
  }

  get(jobId: string): Job {
    return this.#listed(jobId).work.view()
  }

  async capture({ urls, typed, keep, engine, profile }: CaptureAsk): Promise<Started> {
    const inputs = [...new Set(urls.map(url => url.trim()))]
    if (typed) for (const url of inputs) assertCapturable(url)
    return this.#promise('capture', inputs, { typed, keep, engine, profile })
  }

  async import({ files, url, capturedAt }: ImportAsk): Promise<Started> {
    if (url !== null && files.length > 1) {
      const message = 'An address names one page. Nothing was imported; give that file by itself.'
      throw new StetError('usage', message, { url })
    }
    importAsk({ url, capturedAt })
    assertUploadable(files)
    return this.#promise('import', namesOf(files), { url, capturedAt }, bytesOf(files))
  }

  async verify(): Promise<Started> {
    this.#options.archive()
    return this.#begin({ kind: 'verify', inputs: [] }, verifyRun, () => this.verify())
  }

  async rebuild(): Promise<Started> {
    this.#writable()
    return this.#begin({ kind: 'rebuild', inputs: [] }, rebuildRun, () => this.rebuild())
  }

  async demo(): Promise<Started> {
    this.#writable()
    const site = await startDemoSite()
    return this.#begin({ kind: 'demo', inputs: demoInputs(site) }, demoRun(site), () => this.demo())
  }

  async export(ask: ExportAsk): Promise<Started> {
    this.#options.archive()
    return this.#begin({ kind: 'export', inputs: [] }, exportRun(ask), () => this.export(ask))
  }

  async exportReport(ask: ReportAsk): Promise<Started> {
    this.#options.archive()
    return this.#begin({ kind: 'export', inputs: [] }, reportRun(ask), () => this.exportReport(ask))
  }

  async exportSize(scope: ExportAsk['scope']): Promise<number> {
    return this.#options.archive().exportSize(exportedIds(scope))
  }

  async cancel(jobId: string, input: string | null): Promise<void> {
    const { work, entry } = this.#listed(jobId)
    if (!work.running) return
    if (input === null) return work.stop()
    work.stopInput(input)
    const index = entry?.inputs.indexOf(input) ?? -1
    if (entry && index >= 0) await this.#options.archive().queue.drop(jobId, [index])
  }

  async retry(jobId: string): Promise<Started> {
    const { work, again } = this.#listed(jobId)
    if (work.running) throw stillRunning(jobId, 'begun anew')
    const started = await again()
    await this.dismiss(jobId)
    return started
  }

  async dismiss(jobId: string): Promise<void> {
    const { work, entry } = this.#listed(jobId)
    if (work.running) throw stillRunning(jobId, 'taken off the list')
    if (entry && !this.#options.archive().readOnly) await this.#options.archive().queue.remove(jobId)
    this.#forget(jobId)
  }

  /** Goes on with what an earlier process promised and did not do. */
  async resume(): Promise<void> {
    const archive = this.#options.archive()
    for (const entry of archive.queue.entries) {
      if (this.#jobs.has(entry.jobId)) continue
      const { pending, done } = await leftoverOf(archive, entry)
      if (pending.length === 0) {
        await archive.queue.remove(entry.jobId)
        continue
      }
      const resumed = oneMore(entry.resumed, pending.length)
      await archive.queue.noteResumed(entry.jobId, resumed)
      this.#beginEntry(entry, pending, { done, giveUp: tooMany(resumed) })
    }
  }

  /** Ends everything that runs; what was promised stays promised. */
  async stop(): Promise<void> {
    this.#stopping = true
    const running = [...this.#jobs.values()].filter(({ work }) => work.running)
    for (const { work } of running) work.stop()
    await Promise.all(running.map(({ ended }) => ended))
    for (const { entry } of running) {
      if (entry) await this.#options.archive().queue.noteResumed(entry.jobId, NEVER_RESUMED)
    }
    this.#telling.stop()
  }

  /** Notes the work durably, then begins it. */
  async #promise(
    kind: QueueEntry['kind'],
    inputs: readonly string[],
    options: QueueEntry['options'],
    files: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = [],
  ): Promise<Started> {
    const archive = this.#writable()
    const entry: QueueEntry = {
      jobId: randomUUID(),
      kind,
      startedAt: this.#options.clock.now(),
      sinceSeq: archive.lastSeq + 1,
      inputs: [...inputs],
      dropped: [],
      options,
      resumed: NEVER_RESUMED,
    }
    await archive.queue.add(entry, files)
    return this.#beginEntry(entry, [...inputs.keys()])
  }

  #beginEntry(entry: QueueEntry, pending: readonly number[], leftover?: Leftover): Started {
    const names = pending.map(index => entry.inputs[index]!)
    const work = entry.kind === 'capture' ? captureRun(entry, names) : importRun(entry, pending)
    const run = leftover?.giveUp ? () => Promise.reject(givenUp(entry)) : work
    const dropped = new Set(entry.dropped.map(index => entry.inputs[index]))
    const inputs = entry.inputs.filter(input => !dropped.has(input))
    const facts = { ...entry, ...askedOf(entry), inputs, resumed: leftover !== undefined }
    return this.#begin(facts, run, () => this.#promiseAgain(entry), {
      entry,
      prepare: begun => leftover?.done.forEach((outcome, input) => begun.doneBefore(input, outcome)),
    })
  }

  async #promiseAgain(entry: QueueEntry): Promise<Started> {
    const inputs = this.#listed(entry.jobId).work.unreached
    if (inputs.length === 0) {
      const message = 'Everything in this job was done; there is nothing to begin anew.'
      throw new StetError('usage', message, { jobId: entry.jobId })
    }
    if (entry.kind === 'capture') return this.#promise('capture', inputs, entry.options)
    const { queue } = this.#writable()
    async function* files() {
      for (const input of inputs) yield queue.readFile(entry.jobId, entry.inputs.indexOf(input))
    }
    return this.#promise('import', inputs, entry.options, files())
  }

  #begin(
    facts: Pick<WorkFacts, 'kind' | 'inputs'> & Partial<WorkFacts>,
    run: Run,
    again: () => Promise<Started>,
    { entry = null, prepare = () => {} }: { entry?: QueueEntry | null; prepare?: (work: Work) => void } = {},
  ): Started {
    const { jobId = randomUUID(), startedAt = this.#options.clock.now(), resumed = false } = facts
    const { kind, inputs, engine = null, profile = null } = facts
    const work = new Work({ jobId, kind, inputs, engine, profile, startedAt, resumed }, () =>
      this.#telling.soon(jobId),
    )
    prepare(work)
    // The job is on the list before its work begins: its first word finds it there.
    const ended = Promise.resolve().then(() => this.#work(work, run, entry))
    this.#jobs.set(jobId, { work, entry, again, ended })
    this.#telling.soon(jobId)
    return { jobId }
  }

  async #work(work: Work, run: Run, entry: QueueEntry | null): Promise<void> {
    const now = () => this.#options.clock.now()
    try {
      const results = await run(this.#options.archive(), work)
      if (!this.#stopping && entry) await this.#settleEntry(work, entry)
      work.end(now(), null, results)
    } catch (error) {
      work.end(now(), stetErrorOf(error))
    }
    this.#telling.now(work.facts.jobId)
    this.#dropOldest()
  }

  /** Files of what failed stay until the job is dismissed, so that it can be tried again. */
  async #settleEntry(work: Work, entry: QueueEntry): Promise<void> {
    const { queue } = this.#options.archive()
    const left = entry.kind === 'import' ? work.unreached : []
    if (left.length === 0) return queue.remove(entry.jobId)
    await queue.drop(
      entry.jobId,
      left.map(input => entry.inputs.indexOf(input)),
    )
  }

  #listed(jobId: string): Listed {
    const listed = this.#jobs.get(jobId)
    if (listed) return listed
    throw new StetError('not-found', 'There is no such job any more; what it saved is in the library.', {
      jobId,
    })
  }

  #writable(): Archive {
    const archive = this.#options.archive()
    if (!archive.readOnly) return archive
    const message =
      'The archive is open for reading only. Nothing was begun; open it for writing when no other program holds it.'
    throw new StetError('archive-readonly', message, { path: archive.dir })
  }

  #forget(jobId: string): void {
    this.#telling.forget(jobId)
    this.#jobs.delete(jobId)
    this.#options.emit({ type: 'job-gone', jobId })
  }

  #dropOldest(): void {
    const ended = [...this.#jobs.values()].filter(({ work }) => !work.running)
    for (const { work } of ended.slice(0, -MAX_ENDED)) void this.dismiss(work.facts.jobId).catch(() => {})
  }

  #tell(jobId: string): void {
    const listed = this.#jobs.get(jobId)
    if (listed) this.#options.emit({ type: 'job', job: listed.work.view() })
  }
}

/** What an earlier process left of an entry. */
interface Leftover {
  readonly done: DoneBefore
  readonly giveUp: boolean
}

function stillRunning(jobId: string, what: string): StetError {
  return new StetError('usage', `This job still runs; stop it before it is ${what}.`, { jobId })
}
