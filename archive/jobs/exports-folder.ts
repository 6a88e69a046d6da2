import { lstat, mkdir, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { StetError } from '../errors.ts'
import { basicTime, type Timestamp } from '../model/time.ts'
import { HALF_DONE, isThere } from '../new-file.ts'

/** Folder of an archive with what was written for other programs. No evidence: a person may empty it. */
const EXPORTS_FOLDER = 'exports'

/** A file name may have 255 bytes on most systems; the time, a number and the ending of a file half done take some. */
const MAX_TITLE_BYTES = 150
/** A file half done that nobody went on with for so long was left by a process that was ended. */
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000

/** A title as part of a file name: letters and digits of any script, the rest hyphens. */
export function plainName(title: string): string {
  let name = ''
  for (const character of title.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')) {
    if (Buffer.byteLength(name + character) > MAX_TITLE_BYTES) break
    name += character
  }
  return name.replaceAll(/^-+|-+$/g, '') || 'export'
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!HALF_DONE.test(name)) continue
    const path = join(folder, name)
    const age = await lstat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    )
    if (age > ABANDONED_AFTER_MS) await rm(path, { force: true })
  }
}

/** Where a new export goes: `exports/<title>-<time>.<extension>`, a name that is free. Makes the folder. Throws `io`. */
export async function newExportPath(
  archiveDir: string,
  { title, at, extension }: { readonly title: string; readonly at: Timestamp; readonly extension: string },
): Promise<string> {
  const folder = join(archiveDir, EXPORTS_FOLDER)
  try {
    await mkdir(folder, { recursive: true })
    await removeAbandoned(folder)
  } catch (error) {
    const message = `${folder} cannot be written to, so nothing was exported. The archive is as it was; make room there or allow writing, and try again.`
    throw StetError.from(error, 'io', message, { path: folder })
  }
  const stem = `${plainName(title)}-${basicTime(at)}`
  for (let n = 1; ; n++) {
    const path = join(folder, `${stem}${n === 1 ? '' : `-${n}`}.${extension}`)
    if (!(await isThere(path))) return path
  }
}

/** Path of a finished export by its file name. Throws `not-found` for whatever is none. */
export async function exportedFile(archiveDir: string, fileName: string): Promise<string> {
  const path = join(archiveDir, EXPORTS_FOLDER, fileName)
  const isName = basename(path) === fileName && !fileName.includes('\0') && !/^\.|\.part$/.test(fileName)
  const isFile =
    isName &&
    (await lstat(path)
      .then(facts => facts.isFile())
      .catch(() => false))
  if (isFile) return path
  throw new StetError(
    'not-found',
    'This export is not in the archive’s exports folder any more. It was moved or removed; export again to have it.',
    { fileName },
  )
}
