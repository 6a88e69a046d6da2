import { StetError } from '../../errors.ts'

/** "This file cannot be imported": what it looks like, what is safe, what to do. */
export function refusal(fileName: string, looksLike: string, advice: string): StetError {
  const what = fileName === '-' ? 'Standard input' : `The file "${fileName}"`
  return new StetError(
    'bad-input',
    `${what} cannot be imported: ${looksLike} Nothing was kept. ${advice}`.trim(),
    {
      fileName,
    },
  )
}
