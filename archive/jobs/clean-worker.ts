import { enableCompileCache } from 'node:module'
import type { CleanTask, Cleaned } from '../ports/workers.ts'

// Half of a worker's first second goes into compiling jsdom: Node keeps what it compiled in the user's cache folder.
enableCompileCache()

/**
 * What runs inside a worker thread. Each kind loads its own modules when it is first asked for, so that a
 * worker that only reads plain text never loads jsdom.
 */
export default async function cleanTask(task: CleanTask): Promise<Cleaned> {
  if (task.kind === 'page') {
    const { cleanPage } = await import('./clean-page.ts')
    return cleanPage(task)
  }
  const { cleanWords } = await import('./clean-words.ts')
  return cleanWords(task)
}
