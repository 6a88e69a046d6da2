import type { Command } from 'commander'
import { StetError } from '../../errors.ts'
import { EXIT } from '../exit.ts'
import type { Session } from '../session.ts'
import { progressLine, resultsInWords } from '../words/results.ts'

export function registerImport(program: Command, session: Session): void {
  program
    .command('import')
    .description(
      'keep files saved by other programs: .html, .mhtml, SingleFile, .txt, .md, .warc, .warc.gz, .wacz; "-" is standard input',
    )
    .argument('<paths...>', 'files or folders')
    .option('--url <url>', 'the address the file was saved from, where the file does not say')
    .option('--captured-at <time>', 'when it was saved (RFC 3339), where the file does not say')
    .action(
      async (paths: readonly string[], flags: { readonly url?: string; readonly capturedAt?: string }) => {
        if (flags.url !== undefined && paths.length > 1) {
          throw new StetError('usage', '--url names one page: import that one file by itself.')
        }
        const archive = await session.open({ access: 'write' })
        const answer = await archive.import(paths, {
          url: flags.url ?? null,
          capturedAt: flags.capturedAt ?? null,
          signal: session.signal,
          onResult: (result, done, total) => session.tell(progressLine(result, done, total)),
        })
        session.print(answer, () => resultsInWords(answer))
        if (answer.failed.length > 0) session.exitCode = EXIT.failed
      },
    )
}
