import type { Archive } from '../../index.ts'
import { count, moment } from './units.ts'

type Evidence = Awaited<ReturnType<Archive['evidence']>>

function percent(share: number): string {
  // Whole only where it is whole.
  return `${Math.floor(share * 1000) / 10} %`
}

function completeness(figure: Evidence['completeness']): string {
  if (figure === null) return 'complete     unknown: files that tell it cannot be read; run `stet verify`'
  const { asked, kept, failed, wordsSeen, wordsKept, share } = figure
  const words =
    wordsSeen === null ? 'no browser saw its words' : `${wordsKept} of ${count(wordsSeen, 'word')} seen`
  const lines = failed.map(({ url, reason }) => `  ${url}\n    ${reason}`)
  return [
    `complete     ${percent(share)}: ${kept} of ${count(asked, 'file')} asked for, ${words}`,
    ...(lines.length > 0 ? ['not kept:', ...lines] : []),
  ].join('\n')
}

function signIn({ profile, redactions = [] }: Evidence['record']): readonly string[] {
  const places = redactions.map(({ where, what, count: times }) => `${where}: ${times} (${what})`)
  return [
    ...(profile ? ['seen         with a signed-in profile'] : []),
    ...(places.length > 0 ? [`left out     ${places.join(', ')}`] : []),
  ]
}

/** Where a snapshot comes from, what it can prove and how complete it is. */
export function evidenceWords({ snapshot, record, completeness: figure, commands }: Evidence): string {
  return [
    `snapshot     ${snapshot.snapshotId}, version ${snapshot.version}`,
    `address      ${record.finalUrl}`,
    ...(record.requestedUrl === record.finalUrl ? [] : [`asked for    ${record.requestedUrl}`]),
    `captured     ${moment(record.capturedAt)} (clock: ${record.clock})`,
    `by           ${record.software.name} ${record.software.version}, engine ${record.engine.name} ${record.engine.version}`,
    `witness      ${record.witness}`,
    ...signIn(record),
    `content hash ${snapshot.contentHash}`,
    `fixity hash  ${snapshot.fixityHash}`,
    `folder       ${snapshot.path}`,
    completeness(figure),
    ...record.warnings.map(({ message }) => `warning: ${message}`),
    ...commands.map(({ what, command }) => `${what}:\n  ${command}`),
  ].join('\n')
}
