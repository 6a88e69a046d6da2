import type { Command } from 'commander'
import type { Session } from '../session.ts'
import { postsInWords, sourcesInWords, versionsInWords } from '../words/lists.ts'

export function registerLists(program: Command, session: Session): void {
  program
    .command('sources')
    .description('what this archive follows')
    .option('--query <text>', 'only sources with these words in headline, outlet or address')
    .action(async (flags: { readonly query?: string }) => {
      const archive = await session.open({ access: 'read' })
      const sources = await archive.sources(flags.query ?? null)
      session.print({ sources }, () => sourcesInWords(sources))
    })

  program
    .command('versions')
    .description('versions, checks and attempts of one source')
    .argument('<source>', 'an id, a unique prefix, or a URL')
    .action(async (source: string) => {
      const archive = await session.open({ access: 'read' })
      const versions = await archive.versions(source)
      session.print(versions, () => versionsInWords(versions))
    })

  program
    .command('posts')
    .description('posts of one snapshot, one source, or the whole archive, and what became of them')
    .argument('[scope]', 'a source or a snapshot')
    .action(async (scope: string | undefined) => {
      const archive = await session.open({ access: 'read' })
      const posts = await archive.posts(scope ?? null)
      session.print({ posts }, () => postsInWords(posts))
    })
}
