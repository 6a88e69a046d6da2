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

export function logInWords(events: readonly LogEvent[]): string {
  return events
    .map(event => {
      const subject = ['snapshotId', 'url', 'requestedUrl', 'reason']
        .map(key => event[key])
        .filter(value => typeof value === 'string')
      return `${event.seq}  ${moment(event.at)}  ${event.type}  ${subject.join('  ')}`.trimEnd()
    })
    .join('\n')
}
