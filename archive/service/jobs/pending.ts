import type { Archive, QueueEntry } from '../../index.ts'
import { withoutCredentials } from '../../model/secrets/addresses.ts'

/** Inputs that were done, and how they ended where that is known. */
export type DoneBefore = ReadonlyMap<string, 'snapshot' | 'check' | 'attempt' | null>

export interface Leftover {
  /** Indexes of inputs that are still to do. */
  readonly pending: readonly number[]
  /** What an earlier process had done. */
  readonly done: DoneBefore
}

const OUTCOME_LINES: ReadonlySet<string> = new Set(['snapshot', 'check', 'attempt'])

/**
 * What is left of an entry that an earlier process began. Of a capture the log tells: an address with an outcome
 * since the work was promised is done. Of an import the files tell: each goes when it is kept.
 */
export async function leftoverOf(archive: Archive, entry: QueueEntry): Promise<Leftover> {
  const dropped = new Set(entry.dropped)
  const wanted = entry.inputs.keys().filter(index => !dropped.has(index))
  if (entry.kind === 'import') {
    const pending: number[] = []
    const gone = new Map<string, null>()
    for (const index of wanted) {
      if (await archive.queue.hasFile(entry.jobId, index)) pending.push(index)
      else gone.set(entry.inputs[index]!, null)
    }
    return { pending, done: gone }
  }
  const said = new Map<string, 'snapshot' | 'check' | 'attempt'>()
  for (const line of await archive.log(entry.sinceSeq)) {
    if (OUTCOME_LINES.has(line.type) && 'requestedUrl' in line) said.set(line.requestedUrl, line.type)
  }
  // The log has addresses without what signs anybody in.
  const done = new Map(
    entry.inputs.flatMap(input => {
      const outcome = said.get(withoutCredentials(input))
      return outcome ? [[input, outcome] as const] : []
    }),
  )
  return { pending: [...wanted].filter(index => !done.has(entry.inputs[index]!)), done }
}
