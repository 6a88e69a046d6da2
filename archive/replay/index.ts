import { type ShownParts, shownParts } from './completeness.ts'
import { type PreparedPage, preparePage } from './prepare.ts'
import { NOT_HELD, type PageAnswer, type PageRequest, pageResponse } from './respond.ts'
import type { BagFiles } from './types.ts'

export {
  type Completeness,
  completenessIn,
  completenessOf,
  type ShownParts,
  shownParts,
} from './completeness.ts'
export { pageFile, type PageFile, type PageFileOptions } from './page-file.ts'
export { preparePage } from './prepare.ts'
export type { PageAnswer, PageRequest } from './respond.ts'

/** Pages that are kept prepared: the one on the screen, and those a reader goes back to. */
const KEPT_PAGES = 4

/** What became of a page, as `pageViewSchema` has it. */
export interface PageFacts {
  readonly missing: readonly string[]
  readonly kept: number
  readonly scriptsRemoved: number
}

/**
 * Archived pages of one archive, each prepared once. Snapshots never change, so what is prepared stays right; a purged
 * one is asked for again, and is gone. `filesOf` throws `StetError` `not-found` for a snapshot that is not held.
 */
export function openPages(filesOf: (snapshotId: string) => Promise<BagFiles>) {
  const kept = new Map<string, Promise<PreparedPage>>()

  function prepared(snapshotId: string, files: BagFiles): Promise<PreparedPage> {
    const page = kept.get(snapshotId) ?? preparePage(files)
    kept.delete(snapshotId)
    kept.set(snapshotId, page)
    page.catch(() => kept.delete(snapshotId))
    const oldest = kept.keys().next().value
    if (kept.size > KEPT_PAGES && oldest !== undefined) kept.delete(oldest)
    return page
  }

  return {
    view: async (snapshotId: string): Promise<PageFacts> => {
      const {
        missing,
        kept: answered,
        scriptsRemoved,
      } = await prepared(snapshotId, await filesOf(snapshotId))
      return { missing, kept: answered.size, scriptsRemoved }
    },

    /** As `shownParts`. */
    parts: async (snapshotId: string): Promise<ShownParts> =>
      shownParts(await filesOf(snapshotId), files => prepared(snapshotId, files)),

    /** Never throws: what cannot be shown is not held. */
    respond: async (snapshotId: string, path: string, request: PageRequest): Promise<PageAnswer> => {
      try {
        const files = await filesOf(snapshotId)
        return await pageResponse(await prepared(snapshotId, files), files, path, request)
      } catch {
        return NOT_HELD
      }
    },
  }
}
