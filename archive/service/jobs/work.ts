import type { Job, JobItem, JobKind } from '../../contract/jobs.ts'
import type { CaptureEngine } from '../../contract/settings.ts'
import type { ErrorFacts } from '../../contract/error.ts'
import { StetError } from '../../errors.ts'
import type { CaptureProgress, CaptureResult, FailedInput } from '../../index.ts'

export interface WorkFacts {
  readonly jobId: string
  readonly kind: JobKind
  readonly startedAt: string
  readonly resumed: boolean
  /** What a capture was asked to use; null: as the settings have it, and for other work. */
  readonly engine: CaptureEngine | null
  /** The signed-in profile that a capture uses; null for other work. */
  readonly profile: string | null
  /** Unlike each other; none for a verify or a rebuild. */
  readonly inputs: readonly string[]
}

/** What a job that ended has to show besides its inputs. */
export type Results = Partial<Pick<Job, 'report' | 'exported'>>

type Counts = Job['counts']
const NO_COUNTS: Counts = { snapshots: 0, checks: 0, attempts: 0, failed: 0 }
const COUNTED = { snapshot: 'snapshots', check: 'checks', attempt: 'attempts' } as const

/** Most items a view of a job holds. */
const MAX_ITEMS = 100

const CANCELLED = () =>
  new StetError('cancelled', 'Stopped before its end. Nothing of it was kept; begin it again when you like.')

/** What of a long list a person wants to see first. */
function rank({ step, error, result }: JobItem): number {
  if (error !== null) return 1
  if (result !== null) return 2
  return step === 'waiting' ? 3 : 0
}

/** The state of one job, and the wish to stop it or one of its inputs. Tells `changed` of every change. */
export class Work {
  readonly facts: WorkFacts
  readonly #changed: () => void
  readonly #items: Map<string, JobItem>
  readonly #stop = new AbortController()
  readonly #stops = new Map<string, AbortController>()
  #counts = NO_COUNTS
  #done = 0
  #total: number | null
  #state: Job['state'] = 'running'
  #endedAt: string | null = null
  #error: ErrorFacts | null = null
  #results: Results = {}

  constructor(facts: WorkFacts, changed: () => void) {
    this.facts = facts
    this.#changed = changed
    this.#total = facts.inputs.length || null
    this.#items = new Map(facts.inputs.map(input => [input, newItem(input)]))
  }

  get signal(): AbortSignal {
    return this.#stop.signal
  }

  get running(): boolean {
    return this.#state === 'running'
  }

  get endedAt(): string | null {
    return this.#endedAt
  }

  /** Inputs that ended without their story: failed, cancelled, never begun, or an attempt. */
  get unreached(): readonly string[] {
    return [...this.#items.values()]
      .filter(({ result }) => result === null || result.outcome === 'attempt')
      .map(item => item.input)
  }

  readonly signalOf = (input: string): AbortSignal => {
    let own = this.#stops.get(input)
    if (!own) this.#stops.set(input, (own = new AbortController()))
    return own.signal
  }

  readonly progress = ({ input, step, bytes, resources }: CaptureProgress): void => {
    const item = this.#items.get(input)
    if (!item || isSettled(item)) return
    this.#items.set(input, { ...item, step, bytes, resources })
    this.#changed()
  }

  readonly settle = (answer: CaptureResult | FailedInput): void => {
    const item = this.#items.get(answer.input)
    if (!item || isSettled(item)) return
    this.#done++
    this.#stops.delete(answer.input)
    if ('error' in answer) {
      this.#items.set(answer.input, { ...item, error: answer.error })
      if (answer.error.code !== 'cancelled') this.#count('failed')
    } else {
      this.#items.set(answer.input, { ...item, step: 'done', result: answer })
      this.#count(COUNTED[answer.outcome])
    }
    this.#changed()
  }

  /** What an earlier process had done of it. */
  doneBefore(input: string, outcome: keyof typeof COUNTED | null): void {
    if (!this.#items.delete(input)) return
    this.#done++
    if (outcome !== null) this.#count(COUNTED[outcome])
  }

  /** For work that is counted in snapshots. */
  measure(done: number, total: number | null): void {
    this.#done = done
    this.#total = total
    this.#changed()
  }

  /** Stops one input. Where it waits it is stopped at once, else as soon as it can be. */
  stopInput(input: string): void {
    const item = this.#items.get(input)
    if (!item || isSettled(item)) return
    this.signalOf(input)
    this.#stops.get(input)!.abort(CANCELLED())
    if (item.step === 'waiting') this.settle({ input, error: CANCELLED().toJSON() })
  }

  stop(): void {
    this.#stop.abort(CANCELLED())
  }

  end(endedAt: string, error: StetError | null, results: Results = {}): void {
    // A report or a file that is there was not stopped, however near the wish came.
    const unfinished = error ? error.code === 'cancelled' : Object.keys(results).length === 0
    const cancelled = this.#stop.signal.aborted && unfinished
    this.#state = cancelled ? 'cancelled' : error ? 'failed' : 'done'
    this.#error = error && !cancelled ? error.toJSON() : null
    this.#endedAt = endedAt
    this.#results = results
    this.#stops.clear()
    this.#changed()
  }

  view(): Job {
    const { jobId, kind, startedAt, resumed, engine, profile } = this.facts
    return {
      jobId,
      kind,
      state: this.#state,
      startedAt,
      endedAt: this.#endedAt,
      done: this.#done,
      total: this.#total,
      counts: this.#counts,
      items: this.#shown(),
      engine,
      profile,
      resumed,
      error: this.#error,
      report: this.#results.report ?? null,
      exported: this.#results.exported ?? null,
    }
  }

  #count(what: keyof Counts): void {
    this.#counts = { ...this.#counts, [what]: this.#counts[what] + 1 }
  }

  /** What runs, what failed, what was finished last; in the order of the inputs. */
  #shown(): readonly JobItem[] {
    const all = [...this.#items.values()]
    if (all.length <= MAX_ITEMS) return all
    const groups: number[][] = [[], [], [], []]
    all.forEach((item, at) => groups[rank(item)]!.push(at))
    const [running = [], failed = [], finished = [], waiting = []] = groups
    const wanted = [...running, ...failed.toReversed(), ...finished.toReversed(), ...waiting]
    return wanted
      .slice(0, MAX_ITEMS)
      .toSorted((a, b) => a - b)
      .map(at => all[at]!)
  }
}

function newItem(input: string): JobItem {
  return { input, step: 'waiting', bytes: 0, resources: { done: 0, wanted: 0 }, result: null, error: null }
}

const isSettled = ({ result, error }: JobItem): boolean => result !== null || error !== null
