/**
 * Where one capture or import stands, in the order of its steps. A browser looks through the page it opened and writes
 * down what it shows; without one, `resources` is where its pictures and files are fetched.
 */
export type CaptureStep =
  'waiting' | 'page' | 'looking' | 'writing' | 'cleaning' | 'resources' | 'keeping' | 'done'

export interface CaptureProgress {
  /** The URL or file as it was given. */
  readonly input: string
  readonly step: CaptureStep
  /** Bytes of body received so far, as they came over the wire. */
  readonly bytes: number
  /** What the page shows besides itself: asked for, and settled one way or the other. */
  readonly resources: { readonly done: number; readonly wanted: number }
}

/** Follows one capture and reports each change; who listens decides how often to look. */
export class ProgressMeter {
  readonly #report: (progress: CaptureProgress) => void
  #progress: CaptureProgress

  constructor(input: string, report: (progress: CaptureProgress) => void) {
    this.#report = report
    this.#progress = { input, step: 'waiting', bytes: 0, resources: { done: 0, wanted: 0 } }
  }

  step(step: CaptureStep): void {
    this.#change({ step })
  }

  /** What the engine tells while it fetches. */
  readonly hooks = {
    onBytes: (bytes: number): void => this.#change({ bytes: this.#progress.bytes + bytes }),
    onStep: (step: CaptureStep): void => this.step(step),
    onResources: (done: number, wanted: number): void => this.#change({ resources: { done, wanted } }),
  }

  #change(change: Partial<CaptureProgress>): void {
    this.#progress = { ...this.#progress, ...change }
    this.#report(this.#progress)
  }
}
