import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { bagPath, NAMES } from './layout.ts'
import { errnoOf } from './io-error.ts'

export interface BagListing {
  /** Paths of the bags' folders relative to the archive, sorted. Where they should be, not what is in them. */
  readonly bags: readonly string[]
  /** Everything else under `snapshots/`: files, links, misnamed or misplaced folders, empty months. */
  readonly strays: readonly { readonly path: string; readonly kind: 'file' | 'folder' }[]
}

/** Lists `snapshots/` without looking into the bags. */
export async function listBags(dir: string): Promise<BagListing> {
  const bags: string[] = []
  const strays: { path: string; kind: 'file' | 'folder' }[] = []

  async function visit(path: string, depth: number): Promise<void> {
    const entries = await readdir(join(dir, path), { withFileTypes: true })
    if (entries.length === 0 && depth > 0) strays.push({ path, kind: 'folder' })
    for (const entry of entries) {
      const at = `${path}/${entry.name}`
      if (!entry.isDirectory()) strays.push({ path: at, kind: 'file' })
      else if (depth < 2 && /^\d+$/.test(entry.name)) await visit(at, depth + 1)
      else if (depth === 2 && bagPath(entry.name) === at) bags.push(at)
      else strays.push({ path: at, kind: 'folder' })
    }
  }

  try {
    await visit(NAMES.snapshots, 0)
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error
  }
  return { bags: bags.toSorted(), strays }
}
