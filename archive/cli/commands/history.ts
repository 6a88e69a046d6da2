import type { Command } from 'commander'
import type { Session } from '../session.ts'
import { historyInWords } from '../words/history.ts'

/** A plain number is a version; everything else is read as a time. */
const sinceOf = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text)

export function registerHistory(program: Command, session: Session): void {
  program
    .command('history')
    .description(
      'a source through its versions: what each changed, and what became of its figures and sentences',
    )
    .argument('<source>', 'an id, a unique prefix, or a URL')
    .option(
      '--since <version>',
      'begin with this version, or with the one that stood at a day or time',
      sinceOf,
    )
    .action(async (source: string, flags: { readonly since?: number | string }) => {
      const archive = await session.open({ access: 'read' })
      const history = await archive.history(source, { since: flags.since ?? null }, session.signal)
      session.print(history, () => historyInWords(history))
    })
}
