import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { type Archive, openArchive } from '../../archive/index.ts'
import { archiveFolder } from '../e2e/archive.ts'
import { launchBrowser } from '../support/browser.ts'
import { capturedKinds, type Kind, KINDS, type Pair } from './kinds.ts'
import { shown } from './shown.ts'

/** An archive with a pair of every kind, an exhibit of each, and a browser to look at them. */
export interface Exhibits {
  readonly archive: Archive
  /** The archive's folder. */
  readonly dir: string
  readonly pairs: Readonly<Record<Kind, Pair>>
  /** A path beside the archive, for files of a test. */
  at(name: string): string
  pathOf(kind: Kind): string
  shown(
    kind: Kind,
    viewport?: { width: number; height: number },
  ): Promise<{ readonly page: Page; readonly asked: readonly string[] }>
  close(): Promise<void>
}

export async function exhibitsOfKinds(): Promise<Exhibits> {
  const folder = await archiveFolder()
  const { dir } = folder
  const archive = await openArchive(dir, { access: 'write' })
  const at = (name: string) => join(dir, '..', name)
  const pathOf = (kind: Kind) => at(`${kind}.html`)
  const pairs = await capturedKinds(archive)
  for (const kind of KINDS) await archive.exportReport(...pairs[kind], { out: pathOf(kind) })
  const browser = await launchBrowser()
  return {
    archive,
    dir,
    pairs,
    at,
    pathOf,
    shown: (kind, viewport) => shown(browser, pathOf(kind), viewport),
    async close() {
      await browser.close()
      await archive.close()
      await folder.remove()
    },
  }
}

/** Words without what white space stands between them. */
export const squash = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
