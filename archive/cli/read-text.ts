import { readFile } from 'node:fs/promises'
import { StetError } from '../errors.ts'

/** Text of a file that a person named. `what` it is and what came of it make the message: `not-found` if unreadable. */
export async function readText(
  file: string,
  { what, undone }: { readonly what: string; readonly undone: string },
): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const message = `The ${what} ${file} cannot be read. ${undone}; check the path.`
    throw new StetError('not-found', message, { file }, error)
  }
}
