import { resolve } from 'node:path'
import envPaths from 'env-paths'
import type { StetError } from '../errors.ts'
import type { Archive, OpenOptions } from '../index.ts'

/** What one run of the command shares: where the archive is, how to answer, when to stop. */
export interface Session {
  exitCode: number
  /** Aborted by Ctrl-C or SIGTERM: work in progress ends cleanly, what was acknowledged stays. */
  readonly signal: AbortSignal
  /** Folder of the archive, absolute. */
  readonly dir: string
  /** Opens the archive on first use; the same one afterwards. */
  open(options: Pick<OpenOptions, 'access'>): Promise<Archive>
  /** The answer: `document` with `--json`, else `words`. */
  print(document: unknown, words: () => string): void
  /** A message to the person, on standard error. */
  tell(message: string): void
  /** A message that the next one replaces; only where a person watches. */
  progress(message: string): void
  printError(error: StetError): void
  close(): Promise<void>
}

function archiveDir(given: string | undefined): string {
  return resolve(given ?? process.env['STET_ARCHIVE'] ?? envPaths('Stet', { suffix: '' }).data)
}

interface GlobalFlags {
  readonly archive?: string
  readonly json?: boolean
}

/** `flags` is asked when an answer is due: by then the command line has been read. */
export function createSession(flags: () => GlobalFlags): Session {
  const stop = new AbortController()
  let archive: Archive | undefined

  const tell = (message: string) => process.stderr.write(message + '\n')
  const onSignal = () => {
    if (stop.signal.aborted) process.exit(130) // asked twice: leave at once; the store survives that
    tell('stet: stopping; what was acknowledged is saved.')
    stop.abort()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)

  return {
    exitCode: 0,
    signal: stop.signal,
    get dir() {
      return archiveDir(flags().archive)
    },
    async open({ access }) {
      const { openArchive } = await import('../index.ts')
      archive ??= await openArchive(archiveDir(flags().archive), {
        access,
        logger: { info: tell, warn: message => tell(`warning: ${message}`) },
      })
      return archive
    },
    print(document, words) {
      process.stdout.write(flags().json ? JSON.stringify(document, null, 1) + '\n' : words().trimEnd() + '\n')
    },
    tell,
    progress(message) {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${message}`)
    },
    printError(error) {
      tell(`stet: ${error.message}`)
      if (error.code === 'internal' && process.env['STET_DEBUG']) tell(String((error.cause as Error)?.stack))
      if (flags().json) process.stdout.write(JSON.stringify({ error }, null, 1) + '\n')
    },
    async close() {
      process.off('SIGINT', onSignal)
      process.off('SIGTERM', onSignal)
      await archive?.close()
    },
  }
}
