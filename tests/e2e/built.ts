import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Another folder than `out/` may be tested by naming it in `STET_OUT`; it is then taken as it is. */
export const OUT = process.env['STET_OUT'] ?? join(ROOT, 'out')

const SOURCES = ['archive', 'electron', 'renderer', 'electron.vite.config.ts', 'renderer.vite.config.ts']
const BUNDLES = ['main/main.js', 'main/core.js', 'preload/preload.cjs', 'renderer/index.html']
const LOCK = join(ROOT, 'node_modules/.stet-build')

/** Builds the bundles unless they are there and newer than every source. Many may ask at a time; one builds. */
export async function ensureBuilt(): Promise<void> {
  if (process.env['STET_OUT'] !== undefined || (await isFresh())) return
  while (
    !(await mkdir(LOCK).then(
      () => true,
      () => false,
    ))
  ) {
    const held = await stat(LOCK).catch(() => null)
    // Whoever held it for five minutes was killed.
    if (held && Date.now() - held.mtimeMs > 300_000) await rm(LOCK, { recursive: true, force: true })
    await new Promise(resolve => setTimeout(resolve, 250))
  }
  try {
    if (await isFresh()) return
    const vite = join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js')
    await promisify(execFile)(process.execPath, [vite, 'build'], { cwd: ROOT, timeout: 240_000 }).catch(
      (error: { readonly stderr?: string }) => {
        throw new Error(`The build failed.\n${(error.stderr ?? '').slice(0, 1500)}`)
      },
    )
  } finally {
    await rm(LOCK, { recursive: true, force: true })
  }
}

async function isFresh(): Promise<boolean> {
  const files = BUNDLES.map(name => join(OUT, name))
  if (!files.every(file => existsSync(file))) return false
  const built = Math.min(...(await Promise.all(files.map(async file => (await stat(file)).mtimeMs))))
  return (await newest(SOURCES.map(name => join(ROOT, name)))) < built
}

async function newest(paths: readonly string[]): Promise<number> {
  const times = await Promise.all(
    paths.map(async path => {
      const found = await stat(path)
      if (!found.isDirectory()) return found.mtimeMs
      const inside = await readdir(path)
      return newest(inside.map(name => join(path, name)))
    }),
  )
  return Math.max(0, ...times)
}
