import { type Command, InvalidArgumentError, Option } from 'commander'
import { StetError } from '../../errors.ts'
import { progressLine, resultsInWords } from '../words/results.ts'
import { EXIT } from '../exit.ts'
import { readText } from '../read-text.ts'
import type { Session } from '../session.ts'

interface CaptureFlags {
  readonly from?: string
  readonly engine: 'auto' | 'http' | 'browser'
  readonly profile?: string
  readonly concurrency?: number
  readonly acceptConsent?: boolean
  readonly keep?: boolean
  readonly allowPrivate?: boolean
}

function wholeNumber(text: string): number {
  const n = Number(text)
  if (!Number.isInteger(n) || n < 1 || n > 64)
    throw new InvalidArgumentError('a whole number from 1 to 64 is needed.')
  return n
}

/** One URL a line; empty lines and lines that start with `#` are not URLs. */
function linesOf(list: string): readonly string[] {
  return list
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
}

export function registerCapture(program: Command, session: Session): void {
  program
    .command('capture')
    .description('capture pages, keep what is new, record what is not')
    .argument('[urls...]', 'pages to capture')
    .option(
      '--from <file>',
      'a text file with a URL a line; goes on after failures and resumes where it was stopped',
    )
    .addOption(
      new Option('--engine <name>', 'what fetches the page; auto: a browser where there is one')
        .choices(['auto', 'http', 'browser'])
        .default('auto'),
    )
    .option('--profile <name>', 'show the pages with a sign-in of yours (see: stet profile); needs a browser')
    .option('--accept-consent', 'agree to consent notices that offer no way to refuse')
    .option(
      '--concurrency <n>',
      'pages fetched at the same time; without it 4, in a browser one for each processor, 2 to 4',
      wholeNumber,
    )
    .option('--keep', 'keep a snapshot even when the story is unchanged')
    .option('--allow-private', 'follow links to private and loopback addresses too')
    .action(async (urls: readonly string[], flags: CaptureFlags) => {
      if (urls.length === 0 && flags.from === undefined) {
        throw new StetError('usage', 'Nothing to capture: name one or more URLs, or a list with --from FILE.')
      }
      const list =
        flags.from === undefined
          ? null
          : await readText(flags.from, { what: 'list', undone: 'Nothing was captured' })
      const archive = await session.open({ access: 'write' })
      const answer = await archive.capture(urls, {
        list: list === null ? null : linesOf(list),
        engine: flags.engine,
        profile: flags.profile ?? null,
        ...(flags.concurrency === undefined ? {} : { concurrency: flags.concurrency }),
        acceptConsent: flags.acceptConsent ?? false,
        keep: flags.keep ?? false,
        allowPrivate: flags.allowPrivate ?? false,
        signal: session.signal,
        onResult: (result, done, total) => session.tell(progressLine(result, done, total)),
      })
      session.print(answer, () => resultsInWords(answer))
      const reached = answer.results.every(result => result.outcome !== 'attempt')
      if (!reached || answer.failed.length > 0) session.exitCode = EXIT.failed
    })
}
