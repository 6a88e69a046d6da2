import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SHARED = process.env['STET_SHARED'] ?? fileURLToPath(new URL('../../../shared', import.meta.url))
const FOLDER = join(SHARED, 'bench/newsite')

export interface NewsSite {
  readonly urls: readonly string[]
  close(): void
}

/** Starts the shared news site; null where the shared folder is absent. */
export async function startNewsSite(): Promise<NewsSite | null> {
  const server = join(FOLDER, 'server.mjs')
  if (!existsSync(server)) return null
  const manifest = JSON.parse(readFileSync(join(FOLDER, 'manifest.json'), 'utf8')) as {
    origins: { news: string }
    pages: { entryUrl: string }[]
  }
  const child: ChildProcess = spawn(process.execPath, [server], { stdio: 'ignore' })
  await answers(manifest.origins.news)
  return { urls: manifest.pages.map(page => page.entryUrl), close: () => void child.kill() }
}

async function answers(origin: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const reached = await fetch(`${origin}/__log`).then(
      () => true,
      () => false,
    )
    if (reached) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`The news site does not answer at ${origin}.`)
}
