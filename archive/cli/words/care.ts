import type { LogEvent, VerifyReport } from '../../contract/results.ts'
import { count, moment, size } from './units.ts'

export function verifyInWords(report: VerifyReport): string {
  const seen =
    `${count(report.snapshots, 'snapshot')}, ${count(report.files, 'file')}, ${size(report.bytes)}, ` +
    `${count(report.logLines, 'log line')} in ${report.seconds.toFixed(2)} s`
  if (report.ok) return `Everything is as it was written: ${seen}.`
  return [
    `${count(report.problems.length, 'problem')} found (${seen}):`,
    ...report.problems.map(problem => {
      const facts = [
        problem.expected === null ? null : `expected ${problem.expected}`,
        problem.found === null ? null : `found ${problem.found}`,
      ]
      return `- ${problem.code}: ${problem.path}${facts.some(Boolean) ? ` (${facts.filter(Boolean).join(', ')})` : ''}`
    }),
    'Nothing was changed. Restore the named files from a copy of the archive, then run `stet verify` again.',
  ].join('\n')
}

/** What a log line is about, by its type; a type this version does not know is shown by its name alone. */
const ABOUT: Readonly<Record<string, (event: LogEvent) => readonly unknown[]>> = {
  archive: event => [event['archiveId']],
  snapshot: event => [
    `version ${String(event['version'])}`,
    event['snapshotId'],
    event['url'],
    event['title'],
  ],
  check: event => ['unchanged', event['snapshotId'], event['url']],
  attempt: event => [event['reason'], event['requestedUrl']],
  purge: event => [event['snapshotId'], event['reason']],
  recovery: event => [event['message']],
}

export function logInWords(events: readonly LogEvent[]): string {
  return events
    .map(event => {
      const about = (ABOUT[event.type]?.(event) ?? []).filter(part => typeof part === 'string')
      return [event.seq, moment(event.at), event.type, ...about].join('  ')
    })
    .join('\n')
}
