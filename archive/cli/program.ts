import { Command, CommanderError } from 'commander'
import { StetError } from '../errors.ts'
import { SOFTWARE } from '../software.ts'
import { registerArchiveCare } from './commands/care.ts'
import { registerCapture } from './commands/capture.ts'
import { registerCompare } from './commands/compare.ts'
import { registerExport } from './commands/export.ts'
import { registerHistory } from './commands/history.ts'
import { registerImport } from './commands/import.ts'
import { registerLists } from './commands/lists.ts'
import { registerProfile } from './commands/profile.ts'
import { registerServe } from './commands/serve.ts'
import { registerShow } from './commands/show.ts'
import { EXIT, exitCodeOf } from './exit.ts'
import { createSession } from './session.ts'

/** The reader of a pipe went away: nobody is left to tell. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(EXIT.failed)
  throw error
}

/** `stet`: one command a run. Standard output holds the answer and nothing else; everything else is on standard error. */
export async function main(argv: readonly string[]): Promise<number> {
  process.stdout.on('error', endWithReader)
  const program = new Command('stet')
  const session = createSession(() => program.opts())
  program
    .description('Keeps web sources as they stood: capture, clean, version, compare and prove, offline.')
    .version(SOFTWARE.version)
    .option('--archive <dir>', 'the archive to work on (default: $STET_ARCHIVE, else your data folder)')
    .option('--json', 'print one JSON document on standard output')
    .showHelpAfterError('(stet --help lists the commands)')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'stet: ')) })
    .exitOverride()
  for (const register of [
    registerCapture,
    registerImport,
    registerExport,
    registerLists,
    registerShow,
    registerCompare,
    registerHistory,
    registerProfile,
    registerArchiveCare,
    registerServe,
  ]) {
    register(program, session)
  }
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program)

  try {
    try {
      await program.parseAsync(argv, { from: 'user' })
    } finally {
      await session.close()
    }
    return session.exitCode
  } catch (error) {
    // commander has already said what was wrong, or printed the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage
    const known = StetError.from(
      error,
      'internal',
      'Stet met a fault of its own and stopped. What it had acknowledged is saved.',
    )
    session.printError(known)
    return exitCodeOf(known)
  }
}
