import { type Command, Option } from 'commander'
import type { Session } from '../session.ts'

const FORMS = ['json', 'text', 'html', 'markdown'] as const
type Form = (typeof FORMS)[number]

export function registerShow(program: Command, session: Session): void {
  program
    .command('show')
    .description('one snapshot for reading')
    .argument('<snapshot>', 'an id, a unique prefix, a URL (its last version), or URL@N')
    .addOption(new Option('--as <form>', 'how to print it').choices([...FORMS]).default('text'))
    .action(async (snapshot: string, flags: { readonly as: Form }) => {
      const archive = await session.open({ access: 'read' })
      const shown = await archive.show(snapshot, flags.as)
      session.print(shown.article, () => shown.text)
    })
}
