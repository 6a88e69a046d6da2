import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import type { Archive } from '../../index.ts'
import { writeNewFile } from '../../new-file.ts'
import type { Session } from '../session.ts'
import { evidenceWords } from '../words/evidence.ts'

const FORMS = ['json', 'text', 'html', 'markdown', 'page', 'evidence'] as const
type Form = (typeof FORMS)[number]

interface ShowFlags {
  readonly as: Form
  readonly out?: string
}

/** What is to be printed: the answer for programs, and for people. */
async function shown(archive: Archive, snapshot: string, as: Form, session: Session) {
  if (as === 'evidence') {
    const evidence = await archive.evidence(snapshot)
    return { document: evidence, words: evidenceWords(evidence) }
  }
  if (as !== 'page') {
    const { article, text } = await archive.show(snapshot, as)
    return { document: article, words: text }
  }
  const page = await archive.page(snapshot)
  const lacks = [...page.missing, ...page.leftOut]
  if (lacks.length > 0) session.tell(`Not in this page: ${lacks.length}\n  ${lacks.join('\n  ')}`)
  return { document: page, words: page.html }
}

export function registerShow(program: Command, session: Session): void {
  program
    .command('show')
    .description('one snapshot for reading')
    .argument('<snapshot>', 'an id, a unique prefix, a URL (its last version), or URL@N')
    .addOption(
      new Option(
        '--as <form>',
        'how to print it; page: the whole page as one HTML file that needs nothing else; evidence: where it comes from and how complete it is',
      )
        .choices([...FORMS])
        .default('text'),
    )
    .option('--out <file>', 'write it to a new file instead of printing it')
    .action(async (snapshot: string, { as, out }: ShowFlags) => {
      const archive = await session.open({ access: 'read' })
      const { document, words } = await shown(archive, snapshot, as, session)
      if (out === undefined) return session.print(document, () => words)
      const path = resolve(out)
      const bytes = Buffer.from(words.endsWith('\n') ? words : `${words}\n`)
      await writeNewFile(path, bytes)
      session.print({ path, bytes: bytes.length }, () => `Written to ${path}`)
    })
}
