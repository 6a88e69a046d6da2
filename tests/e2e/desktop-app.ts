import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchStandin, type Standin } from '../standin/launch.ts'
import { archiveFolder } from './archive.ts'
import { ensureBuilt, OUT } from './built.ts'

/** The built desktop app on the stand-in. */
export interface DesktopApp {
  readonly app: Standin
  readonly archiveDir: string
  /** Ends the app, and takes its archive and its person's home away. */
  close(): Promise<void>
}

/** Starts the app with a home of its own, on a new archive or the one in `folder`. */
export async function startDesktop(folder?: Awaited<ReturnType<typeof archiveFolder>>): Promise<DesktopApp> {
  await ensureBuilt()
  const own = folder ?? (await archiveFolder())
  const profileDir = await mkdtemp(join(tmpdir(), 'stet-profile-'))
  const env = { STET_ARCHIVE: own.dir, STET_PROFILES: join(profileDir, 'profiles') }
  const app = await launchStandin({ mainFile: join(OUT, 'main/main.js'), profileDir, env })
  return {
    app,
    archiveDir: own.dir,
    async close() {
      await app.kill()
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5 })
      await own.remove()
    },
  }
}
