import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SHARED = process.env['STET_SHARED'] ?? fileURLToPath(new URL('../../../shared', import.meta.url))
const FOLDER = join(SHARED, 'bench/newsite')

/** A page of the site, and what a reader should see of it. */
export interface ManifestPage {
  readonly id: string
  readonly kind: string
  readonly note: string
  readonly url: string
  readonly entryUrl: string
  readonly texts: readonly {
    readonly marker: string
    readonly slot: string
    readonly where: string
    readonly reach: string
    readonly need: string
  }[]
  readonly css: readonly { readonly rgb: string; readonly class: string | null; readonly selector?: string }[]
}

interface Manifest {
  readonly origins: { readonly news: string }
  readonly pages: readonly ManifestPage[]
}

/** What the shared news site says of itself; null where the shared folder is absent. */
export function newsManifest(): Manifest | null {
  const file = join(FOLDER, 'manifest.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : null
}

export interface NewsSite {
  readonly urls: readonly string[]
  close(): void
}

/** Starts the shared news site; null where the shared folder is absent. */
export async function startNewsSite(): Promise<NewsSite | null> {
  const manifest = newsManifest()
  if (manifest === null) return null
  const child: ChildProcess = spawn(process.execPath, [join(FOLDER, 'server.mjs')], { stdio: 'ignore' })
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
