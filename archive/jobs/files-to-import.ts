import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { StetError } from '../errors.ts'
import type { FileToImport } from './import-file.ts'

/** What is taken out of a folder. A file that is named itself is tried whatever its extension. */
const EXTENSIONS: ReadonlySet<string> = new Set([
  '.html',
  '.htm',
  '.xhtml',
  '.mhtml',
  '.mht',
  '.txt',
  '.md',
  '.markdown',
  '.warc',
  '.warc.gz',
  '.wacz',
])

/** Largest file that is read, in bytes; a saved page beyond this is not a page. */
const MAX_FILE_BYTES = 256 * 1024 * 1024

/** The files that a list of files and folders stands for, in the order of their names; `-` stays as it is. */
export async function filesToImport(paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const path of paths) {
    if (path === '-') found.push(path)
    else if ((await facts(path)).isDirectory()) found.push(...(await filesIn(path)))
    else found.push(path)
  }
  return found
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile() && EXTENSIONS.has(extensionOf(entry.name)))
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted()
}

function extensionOf(name: string): string {
  return /\.warc\.gz$/i.test(name) ? '.warc.gz' : extname(name).toLowerCase()
}

async function facts(path: string) {
  try {
    return await stat(path)
  } catch (error) {
    // A NUL byte in a name is refused by Node before the system sees it.
    throw new StetError(
      'not-found',
      `${JSON.stringify(path)} cannot be read. Nothing of it was imported; check the path.`,
      { path },
      error,
    )
  }
}

/** Reads one file whole. Throws `not-found`, `bad-input` (not a file), `too-large`. */
export async function readFileToImport(path: string): Promise<FileToImport> {
  if (path === '-') return { input: '-', fileName: '-', modifiedAt: null, bytes: await readStandardInput() }
  const { size, mtime, isFile } = await facts(path).then(s => ({
    size: s.size,
    mtime: s.mtime,
    isFile: s.isFile(),
  }))
  if (!isFile)
    throw new StetError('bad-input', `${path} is not a file. Nothing of it was imported.`, { path })
  if (size > MAX_FILE_BYTES) throw tooLarge(path)
  return {
    input: path,
    fileName: basename(path),
    modifiedAt: mtime.toISOString(),
    bytes: await readFile(path),
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_FILE_BYTES) throw tooLarge('standard input')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(path: string): StetError {
  const limit = `${MAX_FILE_BYTES / 1024 / 1024} MB`
  return new StetError(
    'too-large',
    `${path} is larger than ${limit}, the most Stet imports. Nothing of it was kept.`,
    { path },
  )
}
