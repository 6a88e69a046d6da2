import type { PageView } from '../contract/source.ts'
import type { Archive } from '../index.ts'
import type { SnapshotRecord } from '../model/snapshot.ts'
import { type PageAnswer, type PageRequest, type ShownParts, openPages } from '../replay/index.ts'

/** Archived pages, made ready to be shown. One for each service: it keeps the last few pages at hand. */
export interface Pages {
  /** What became of the page's addresses and scripts. Throws `StetError` `not-found`, `archive-damaged`. */
  readonly pageView: (snapshotId: string) => Promise<PageView>
  /** What the page is shown with and what it lacks. Throws as above. */
  readonly shownParts: (snapshotId: string) => Promise<ShownParts>
  /**
   * One answer of an archived page's origin: the page itself for the empty path, else what it shows. Never throws
   * for what is not there: that is a 404.
   */
  readonly pageResponse: (snapshotId: string, path: string, request: PageRequest) => Promise<PageAnswer>
}

/** `archive` is asked for anew each time: it may have been opened again. */
export function createPages(archive: () => Archive): Pages {
  const pages = openPages(snapshotId => archive().files(snapshotId))

  async function pageView(snapshotId: string): Promise<PageView> {
    const files = await archive().files(snapshotId)
    const [facts, listed, record] = await Promise.all([
      pages.view(snapshotId),
      files.files(),
      files.json('data/snapshot.json') as Promise<SnapshotRecord>,
    ])
    const pictured = listed.some(({ path }) => path === SCREENSHOT)
    return {
      ...facts,
      engine: record.engine.name,
      screenshot: pictured ? { path: SCREENSHOT, facts: record.view?.screenshot ?? null } : null,
    }
  }
  return { pageView, shownParts: pages.parts, pageResponse: pages.respond }
}

const SCREENSHOT = 'data/screenshot.png'
