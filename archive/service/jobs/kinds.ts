import { basename } from 'node:path'
import { z } from 'zod'
import type { DemoSite } from '../../demo/site.ts'
import { captureRequestSchema, type ExportScope } from '../../contract/jobs.ts'
import { EDITIONS } from '../../demo/story.ts'
import type { Archive, QueueEntry } from '../../index.ts'
import { readSettings } from '../settings.ts'
import { captureShape } from './capture-settings.ts'
import type { ExportAsk, ReportAsk } from './types.ts'
import type { Results, Work, WorkFacts } from './work.ts'

/** Does the work of a job; ends early with its signal. Answers with what the job has to show besides its inputs. */
export type Run = (archive: Archive, work: Work) => Promise<Results>

/** What is noted with promised captures; those of an earlier Stet named neither engine nor profile. */
const captureOptions = captureRequestSchema.pick({ typed: true, keep: true, engine: true, profile: true })
const importOptions = z.object({ url: z.string().nullable(), capturedAt: z.string().nullable() })

/** What promised work was asked to use. */
export function askedOf({ kind, options }: QueueEntry): Pick<WorkFacts, 'engine' | 'profile'> {
  if (kind !== 'capture') return { engine: null, profile: null }
  const { engine, profile } = captureOptions.parse(options)
  return { engine, profile }
}

/** Captures those of an entry's URLs that are still to do. */
export function captureRun(entry: QueueEntry, pending: readonly string[]): Run {
  const { typed, keep, engine, profile } = captureOptions.parse(entry.options)
  return async (archive, work) => {
    const shape = captureShape(readSettings(archive))
    await archive.capture(pending, {
      ...shape,
      typed,
      engine: engine ?? shape.engine,
      profile,
      keep: keep || shape.keep,
      signal: work.signal,
      signalOf: work.signalOf,
      onProgress: work.progress,
      onResult: work.settle,
    })
    return {}
  }
}

/** Imports those of an entry's files that are still to do; each file goes when it is kept. */
export function importRun(entry: QueueEntry, pending: readonly number[]): Run {
  const asked = importOptions.parse(entry.options)
  return async (archive, work) => {
    const { queue } = archive
    const indexOf = new Map(pending.map(index => [entry.inputs[index]!, index]))
    const removals: Promise<void>[] = []
    await archive.importHanded(
      pending.map(index => ({ path: queue.fileOf(entry.jobId, index), name: entry.inputs[index]! })),
      {
        ...asked,
        signal: work.signal,
        signalOf: work.signalOf,
        onProgress: work.progress,
        onResult: result => {
          work.settle(result)
          const index = indexOf.get(result.input)
          if (!('error' in result) && index !== undefined) removals.push(queue.removeFile(entry.jobId, index))
        },
      },
    )
    await Promise.all(removals)
    return {}
  }
}

export const verifyRun: Run = async (archive, work) => ({
  report: await archive.verify([], {
    signal: work.signal,
    onProgress: ({ done, total }) => work.measure(done, total),
  }),
})

/** What an export is of, as the archive names it. */
export function exportedIds(scope: ExportScope): readonly string[] | 'all' {
  if (scope === 'all') return scope
  return 'sourceIds' in scope ? scope.sourceIds : scope.snapshotIds
}

type Exported = NonNullable<Results['exported']>

/** What a job has to show of a file it wrote. */
function exported(
  { path, snapshots, bytes, sha256 }: Pick<Exported, 'path' | 'snapshots' | 'bytes' | 'sha256'>,
  as: Exported['as'],
): Results {
  return { exported: { fileName: basename(path), path, as, snapshots, bytes, sha256 } }
}

/** Writes a file into the archive's `exports` folder. */
export function exportRun({ scope, as }: ExportAsk): Run {
  return async (archive, work) => {
    const file = await archive.export(exportedIds(scope), {
      as,
      signal: work.signal,
      onSnapshot: (done, total) => work.measure(done, total),
    })
    return exported(file, as)
  }
}

/** Writes a report into the archive's `exports` folder. */
export function reportRun({ from, to, as }: ReportAsk): Run {
  return async (archive, work) => {
    const file = await archive.exportReport(from, to, { as, signal: work.signal })
    work.measure(file.snapshots, file.snapshots)
    return exported(file, as)
  }
}

export const rebuildRun: Run = async (archive, work) => {
  const { snapshots } = await archive.rebuild()
  work.measure(snapshots, snapshots)
  return {}
}

/** The inputs of a demo: the same address once for each edition. */
export const demoInputs = ({ articleUrl }: DemoSite): readonly string[] =>
  EDITIONS.map((_, index) => `${articleUrl} (${index + 1}/${EDITIONS.length})`)

/** Captures the demo's story once for each of its editions, and ends its site. */
export function demoRun(site: DemoSite): Run {
  return async (archive, work) => {
    try {
      for (const [index, input] of demoInputs(site).entries()) {
        if (work.signal.aborted) break
        site.publish(index)
        await archive.capture([site.articleUrl], {
          // The story is plain HTML: it is the same however it is fetched, and quickest so.
          engine: 'http',
          signal: work.signal,
          signalOf: () => work.signalOf(input),
          onProgress: progress => work.progress({ ...progress, input }),
          onResult: result => work.settle({ ...result, input }),
        })
      }
      return {}
    } finally {
      await site.close()
    }
  }
}
