import PQueue from 'p-queue'
import { StetError, type StetErrorJson } from '../errors.ts'
import type { CaptureResult } from '../model/capture-result.ts'

/** An input that could not even be tried. */
export interface FailedInput {
  readonly input: string
  readonly error: StetErrorJson
}

export interface RunAllOptions {
  readonly concurrency: number
  readonly signal: AbortSignal
  readonly onResult: (result: CaptureResult | FailedInput, done: number, total: number) => void
}

export interface RunAllAnswer {
  /** In the order of the inputs. */
  readonly results: readonly CaptureResult[]
  readonly failed: readonly FailedInput[]
}

/** No later input can fare better after one of these: the run ends with the error. */
const FATAL: ReadonlySet<string> = new Set(['disk-full', 'archive-readonly', 'archive-damaged'])

/** Works off many inputs; a failure of one is reported and does not stop the others. */
export async function runAll<T>(
  inputs: readonly T[],
  nameOf: (input: T) => string,
  work: (input: T) => Promise<CaptureResult>,
  { concurrency, signal, onResult }: RunAllOptions,
): Promise<RunAllAnswer> {
  const queue = new PQueue({ concurrency })
  const answers: (CaptureResult | FailedInput | undefined)[] = []
  let done = 0
  let fatal: StetError | null = null

  const one = async (input: T, index: number): Promise<void> => {
    if (signal.aborted || fatal) return
    const answer = await work(input).catch((thrown: unknown) => {
      const message = `${nameOf(input)} could not be worked on; nothing of it was kept.`
      const error = StetError.from(thrown, 'internal', message)
      if (FATAL.has(error.code)) fatal ??= error
      return { input: nameOf(input), error: error.toJSON() }
    })
    answers[index] = answer
    onResult(answer, ++done, inputs.length)
  }
  await queue.addAll(inputs.map((input, index) => () => one(input, index)))
  if (fatal) throw fatal
  const results: CaptureResult[] = []
  const failed: FailedInput[] = []
  for (const answer of answers) {
    if (answer === undefined) continue // never begun: the run was stopped
    if ('error' in answer) failed.push(answer)
    else results.push(answer)
  }
  return { results, failed }
}
