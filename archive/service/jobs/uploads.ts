import { parse } from 'node:path'
import { MAX_UPLOAD_BYTES } from '../../contract/jobs.ts'
import { StetError } from '../../errors.ts'

/** Names for the files of one import that tell them apart: two of one name become `page.html` and `page (2).html`. */
export function namesOf(files: readonly File[]): readonly string[] {
  const taken = new Set<string>()
  return files.map(file => {
    const plain = file.name || 'file'
    let name = plain
    const { name: stem, ext } = parse(plain)
    for (let n = 2; taken.has(name); n++) name = `${stem} (${n})${ext}`
    taken.add(name)
    return name
  })
}

export function assertUploadable(files: readonly File[]): void {
  const bytes = files.reduce((sum, file) => sum + file.size, 0)
  if (bytes <= MAX_UPLOAD_BYTES) return
  const limit = `${MAX_UPLOAD_BYTES / 1024 / 1024} MB`
  throw new StetError(
    'too-large',
    `These files are larger together than ${limit}, the most Stet takes at once. Nothing was imported; give fewer at a time.`,
    { bytes, limit: MAX_UPLOAD_BYTES },
  )
}

/** The bytes of each file in turn, so that one at a time is in memory. */
export async function* bytesOf(files: readonly Blob[]): AsyncGenerator<Uint8Array> {
  for (const file of files) yield new Uint8Array(await file.arrayBuffer())
}
