import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './build.ts'

const PACKAGE = join(ROOT, 'node_modules', 'electron')

/** Electron's own program; null where only its types are there. */
export function electronBinary(): string | null {
  const pointer = join(PACKAGE, 'path.txt')
  if (!existsSync(pointer)) return null
  const binary = join(PACKAGE, 'dist', readFileSync(pointer, 'utf8').trim())
  return existsSync(binary) ? binary : null
}

/** Asks Electron's installer for the binary, once and quietly. Null where it did not come in `timeoutMs`. */
export function fetchElectron(timeoutMs: number): Promise<string | null> {
  const installer = join(PACKAGE, 'install.js')
  if (!existsSync(installer)) return Promise.resolve(null)
  return new Promise(resolve => {
    const child = spawn(process.execPath, [installer], { stdio: 'ignore' })
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs)
    const end = (): void => {
      clearTimeout(timer)
      resolve(electronBinary())
    }
    child.on('error', end)
    child.on('close', end)
  })
}

/** A desktop that ends by itself sooner than this, and not well, never opened. */
const OPENED_AFTER_MS = 5_000

/** Runs the desktop app until it ends: its exit status, or null where it never opened. */
export function runDesktop(binary: string, archive: string | null): Promise<number | null> {
  const startedAt = performance.now()
  return new Promise(resolve => {
    const child = spawn(binary, [ROOT], {
      stdio: 'inherit',
      env: { ...process.env, ...(archive === null ? {} : { STET_ARCHIVE: archive }) },
    })
    // Ctrl-C reaches both; the app ends in its own way, and this waits for it.
    process.on('SIGINT', () => {})
    child.on('error', () => resolve(null))
    child.on('close', status => {
      const opened = performance.now() - startedAt > OPENED_AFTER_MS
      resolve(status === 0 || opened ? (status ?? 0) : null)
    })
  })
}
