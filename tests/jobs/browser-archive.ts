import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { type Archive, localBrowser, openArchive } from '../../archive/index.ts'
import { ensureBrowser } from '../support/browser.ts'
import { type Site, startSite } from '../support/site.ts'

/** What each test of a file begins with. */
export interface BrowserArchive {
  readonly site: Site
  /** A folder for what the test makes besides. */
  readonly dir: string
  /** New, and shows pages with a browser that is there for certain. */
  readonly archive: Archive
}

/** Gives every test of the file that calls it a site, and an archive to capture it into; ask for them anew in each. */
export function useBrowserArchive(): () => BrowserArchive {
  let given: BrowserArchive
  beforeEach(async () => {
    const browser = localBrowser({ ...process.env, STET_BROWSER: await ensureBrowser() })
    const dir = await mkdtemp(join(tmpdir(), 'stet-browser-archive-'))
    const archive = await openArchive(join(dir, 'archive'), { access: 'write', browser })
    given = { site: await startSite(), dir, archive }
  })
  afterEach(async () => {
    await given.archive.close()
    await given.site.close()
    await rm(given.dir, { recursive: true, force: true })
  })
  return () => given
}
