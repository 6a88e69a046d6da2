import { execFile } from 'node:child_process'

const ANSWERS_WITHIN_MS = 5_000

/**
 * Name and version as the program says them by itself, `Chromium 156.0.8078.79`; null where it does not. On Windows
 * the question would open a window, so it is not asked.
 */
export function productOf(
  path: string,
  platform: NodeJS.Platform = process.platform,
): Promise<string | null> {
  if (platform === 'win32') return Promise.resolve(null)
  return new Promise(resolve => {
    execFile(path, ['--version'], { timeout: ANSWERS_WITHIN_MS }, (error, said) => {
      resolve(error ? null : (/\p{L}[\p{L} ]*\d+(?:\.\d+)+/u.exec(said)?.[0] ?? null))
    })
  })
}
