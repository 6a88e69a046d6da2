import { spawn } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..')

/** `renderer`: what a browser needs. `desktop`: all of it. */
export type BuildWhat = 'renderer' | 'desktop'

interface Build {
  readonly sources: readonly string[]
  /** Written last. */
  readonly result: readonly string[]
  readonly command: readonly string[]
}

const CONFIGS = ['*.config.ts', 'package.json', 'package-lock.json']

const BUILDS: Readonly<Record<BuildWhat, Build>> = {
  renderer: {
    sources: ['renderer/**/*', 'archive/contract/**/*.ts', 'archive/model/**/*.ts', ...CONFIGS],
    result: ['out/renderer/index.html'],
    command: ['vite/bin/vite.js', 'build', '--config', 'renderer.vite.config.ts', '--logLevel', 'warn'],
  },
  desktop: {
    sources: ['renderer/**/*', 'archive/**/*.ts', 'electron/**/*.ts', ...CONFIGS],
    result: ['out/renderer/index.html', 'out/main/main.js', 'out/preload/preload.cjs'],
    command: ['electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'],
  },
}

function changedAt(path: string): number {
  return statSync(join(ROOT, path)).mtimeMs
}

/** Whether `out/` lacks something, or anything it was made from is newer. */
export function isStale(what: BuildWhat): boolean {
  const { sources, result } = BUILDS[what]
  if (!result.every(path => existsSync(join(ROOT, path)))) return true
  const built = Math.min(...result.map(changedAt))
  return globSync([...sources], { cwd: ROOT }).some(path => changedAt(path) > built)
}

/** Builds the app. Rejects with what the builder said. */
export function build(what: BuildWhat): Promise<void> {
  const [script = '', ...args] = BUILDS[what].command
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', script), ...args], {
      cwd: ROOT,
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    const hear = (text: string): void => void (said += text)
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
    child.on('error', reject)
    child.on('close', status => {
      if (status === 0) resolve()
      else reject(new Error(`The app could not be built:\n${said.trim()}`))
    })
  })
}
