import { type Command, InvalidArgumentError } from 'commander'
import { StetError } from '../../errors.ts'
import { EXIT } from '../exit.ts'
import { readText } from '../read-text.ts'
import type { Session } from '../session.ts'
import { comparisonInWords } from '../words/comparison.ts'

interface CompareFlags {
  readonly from?: number
  readonly to?: number
  readonly text?: boolean
}

function versionNumber(text: string): number {
  const n = Number(text)
  if (!Number.isInteger(n) || n < 1) throw new InvalidArgumentError('a version number from 1 is needed.')
  return n
}

async function compareFiles(oldFile: string, newFile: string) {
  const { compareTexts } = await import('../../index.ts')
  const asked = { what: 'text', undone: 'Nothing was compared' }
  const comparison = compareTexts(await readText(oldFile, asked), await readText(newFile, asked))
  return { ...comparison, from: oldFile, to: newFile, sides: null, sources: null }
}

export function registerCompare(program: Command, session: Session): void {
  program
    .command('compare')
    .description(
      'what changed between two snapshots, two versions of a source or two text files; what two sources share',
    )
    .argument('<a>', 'a snapshot, a source, or with --text a file')
    .argument('[b]', 'a snapshot, or with --text a file')
    .option('--from <n>', 'version to compare from (default: the one before --to)', versionNumber)
    .option('--to <n>', 'version to compare to (default: the last)', versionNumber)
    .option('--text', 'compare two plain text files')
    .action(async (a: string, b: string | undefined, flags: CompareFlags) => {
      if (flags.text && b === undefined) throw new StetError('usage', '--text needs two files: OLD and NEW.')
      const answer =
        flags.text && b !== undefined
          ? await compareFiles(a, b)
          : await (
              await session.open({ access: 'read' })
            ).compare(a, b ?? null, { from: flags.from, to: flags.to })
      session.print(answer, () => comparisonInWords(answer))
      if (!answer.same) session.exitCode = EXIT.failed
    })
}
