import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build, isStale, ROOT } from '../../scripts/build.ts'

export { ROOT }
/** Another folder than `out/` may be tested by naming it in `STET_OUT`; it is then taken as it is. */
export const OUT = process.env['STET_OUT'] ?? join(ROOT, 'out')

const LOCK = join(ROOT, 'node_modules/.stet-build')
/** Whoever held the lock for so long was killed. */
const LONGEST_BUILD_MS = 300_000

const isFresh = (): boolean => process.env['STET_OUT'] !== undefined || !isStale('desktop')

/** Builds the bundles unless they are there and newer than every source. Many may ask at a time; one builds. */
export async function ensureBuilt(): Promise<void> {
  while (!isFresh()) {
    const isMine = await mkdir(LOCK).then(
      () => true,
      () => false,
    )
    if (!isMine) {
      const held = await stat(LOCK).catch(() => null)
      if (held && Date.now() - held.mtimeMs > LONGEST_BUILD_MS)
        await rm(LOCK, { recursive: true, force: true })
      await wait(250)
      continue
    }
    try {
      return await build('desktop')
    } finally {
      await rm(LOCK, { recursive: true, force: true })
    }
  }
}
