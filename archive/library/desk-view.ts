import type { DeskData } from '../store/index.ts'

/** The desk, turned round: what belongs to each source. */
export interface DeskView {
  readonly collections: DeskData['collections']
  readonly collectionsOf: ReadonlyMap<string, readonly string[]>
  readonly tagsOf: ReadonlyMap<string, readonly string[]>
  readonly notesOf: ReadonlyMap<string, number>
  /** Newest version that was looked at. */
  readonly seen: ReadonlyMap<string, number>
}

function turned(groups: Iterable<readonly [name: string, sourceIds: readonly string[]]>) {
  const of = new Map<string, string[]>()
  for (const [name, sourceIds] of groups) {
    for (const id of sourceIds) {
      const names = of.get(id)
      if (names) names.push(name)
      else of.set(id, [name])
    }
  }
  return of
}

/** `sourceOf` names the source a note is about, by the source's or a snapshot's id; null where there is none. */
export async function deskView(
  desk: Readonly<DeskData>,
  sourceOf: (about: string) => Promise<string | null>,
): Promise<DeskView> {
  const notesOf = new Map<string, number>()
  for (const { about } of desk.notes) {
    const id = await sourceOf(about)
    if (id !== null) notesOf.set(id, (notesOf.get(id) ?? 0) + 1)
  }
  return {
    collections: desk.collections,
    collectionsOf: turned(desk.collections.map(({ id, sources }) => [id, sources] as const)),
    tagsOf: turned(Object.entries(desk.tags)),
    notesOf,
    seen: new Map(Object.entries(desk.seen)),
  }
}
