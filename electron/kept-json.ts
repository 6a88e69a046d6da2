import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/** A small file of this computer's own settings. One that is missing or damaged reads as undefined. */
export function readKept(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Convenience, not evidence: where it cannot be written, the next start begins without it. */
export function writeKept(path: string, value: unknown): void {
  try {
    writeFileSync(`${path}.new`, JSON.stringify(value))
    renameSync(`${path}.new`, path)
  } catch {
    // Said above.
  }
}
