import { type Command, InvalidArgumentError } from 'commander'
import { EXIT } from '../exit.ts'
import type { Session } from '../session.ts'
import { logInWords, verifyInWords } from '../words/care.ts'

function sequence(text: string): number {
  const n = Number(text)
  if (!Number.isInteger(n) || n < 0) throw new InvalidArgumentError('a sequence number from 0 is needed.')
  return n
}

export function registerArchiveCare(program: Command, session: Session): void {
  program
    .command('verify')
    .description('check every stored byte and every log line')
    .argument('[snapshots...]', 'only these snapshots (default: the whole archive)')
    .action(async (snapshots: readonly string[]) => {
      const archive = await session.open({ access: 'read' })
      const report = await archive.verify(snapshots, {
        signal: session.signal,
        onProgress: ({ done, total }) => session.progress(`${done} of ${total} snapshots checked`),
      })
      session.progress('')
      session.print(report, () => verifyInWords(report))
      if (!report.ok) session.exitCode = EXIT.failed
    })

  program
    .command('log')
    .description('the custody log')
    .option('--since <seq>', 'only lines from this number on', sequence, 0)
    .action(async (flags: { readonly since: number }) => {
      const archive = await session.open({ access: 'read' })
      const events = await archive.log(flags.since)
      session.print({ events }, () => logInWords(events))
    })

  program
    .command('rebuild')
    .description('make the catalogue anew from the evidence')
    .action(async () => {
      const archive = await session.open({ access: 'write' })
      const counts = await archive.rebuild()
      session.print(
        counts,
        () => `Rebuilt: ${counts.sources} sources, ${counts.snapshots} snapshots, ${counts.posts} posts.`,
      )
    })

  program
    .command('purge')
    .description('remove one snapshot for good; a tombstone with the reason stays')
    .argument('<snapshot>', 'an id, a unique prefix, or URL@N')
    .requiredOption('--reason <text>', 'why it is removed; kept in the log')
    .action(async (snapshot: string, flags: { readonly reason: string }) => {
      const archive = await session.open({ access: 'write' })
      const tombstone = await archive.purge(snapshot, flags.reason)
      session.print(
        tombstone,
        () =>
          `Purged ${tombstone.snapshotId} (${tombstone.url}). The log keeps the reason: ${tombstone.reason}`,
      )
    })
}
