import { type Command, Option } from 'commander'
import type { ExportReport, ReportFile } from '../../contract/results.ts'
import { StetError } from '../../errors.ts'
import type { Session } from '../session.ts'
import { count, size } from '../words/units.ts'

interface Flags {
  readonly as: 'warc' | 'wacz' | 'report'
  readonly out: string
  readonly all?: boolean
}

function reported(what: readonly string[]): readonly [from: string, to: string] {
  const [from, to] = what
  if (from !== undefined && to !== undefined && what.length === 2) return [from, to]
  throw new StetError(
    'usage',
    'A report is about two snapshots: name both, as ids or as URL@N. Nothing was written.',
  )
}

export function registerExport(program: Command, session: Session): void {
  program
    .command('export')
    .description('write snapshots as a WARC or WACZ file, or two of them compared, as a report')
    .argument('[what...]', 'snapshots (ids, URL@N), or sources (ids, URLs) with all their versions')
    .option('--all', 'everything the archive holds')
    .addOption(new Option('--as <format>', 'the format').choices(['warc', 'wacz', 'report']).default('wacz'))
    .requiredOption(
      '--out <file>',
      'the file to write; it must not exist yet. A report is a PDF where this ends in .pdf, else HTML',
    )
    .action(async (what: readonly string[], flags: Flags) => {
      if (what.length > 0 === (flags.all ?? false)) {
        throw new StetError('usage', 'Name the snapshots or sources to export, or give --all, but not both.')
      }
      const archive = await session.open({ access: 'read' })
      if (flags.as === 'report') {
        const [from, to] = reported(what)
        const report: ReportFile = await archive.exportReport(from, to, {
          out: flags.out,
          signal: session.signal,
        })
        const { path, bytes, sha256 } = report
        session.print(report, () => `${path}\n  report, ${size(bytes)}\n  sha256   ${sha256}`)
        return
      }
      const report: ExportReport = await archive.export(flags.all ? 'all' : what, {
        as: flags.as,
        out: flags.out,
        signal: session.signal,
        onSnapshot: (done, total) => session.progress(`${done} of ${count(total, 'snapshot')}`),
      })
      session.progress('')
      const { path, as, snapshots, records, revisits, bytes, sha256 } = report
      session.print(report, () =>
        [
          path,
          `  ${as.toUpperCase()}, ${count(snapshots, 'snapshot')} in ${count(records, 'record')} (${revisits} for bodies held already), ${size(bytes)}`,
          `  sha256   ${sha256}`,
        ].join('\n'),
      )
    })
}
