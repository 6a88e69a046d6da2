import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Folders of this name, the process that made them, and something random. */
const PREFIX = 'stet-browser-'

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Removes the folders of browsers whose Stet was killed; a browser ends with the pipe to it. */
async function sweep(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => [])
  const left = names.filter(name => {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-', 1)[0]) : Number.NaN
    return pid > 0 && !isAlive(pid)
  })
  await Promise.all(left.map(name => removeScratchFolder(join(tmpdir(), name))))
}

/** A folder for what a browser writes while it runs. What earlier ones left behind goes first. */
export async function makeScratchFolder(): Promise<string> {
  await sweep()
  return mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`))
}

/** A browser that was just killed may still be writing. What stays all the same is swept up later. */
export async function removeScratchFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => {})
}
