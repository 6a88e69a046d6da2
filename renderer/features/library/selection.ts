/** Which sources are chosen, and from where a range reaches. */
export interface Selection {
  readonly chosen: ReadonlySet<string>
  /** Row from which `shift` chooses; null before anything was chosen. */
  readonly anchor: number | null
}

export const NOTHING: Selection = { chosen: new Set(), anchor: null }

/** Only this one. */
export const choose = (sourceId: string, index: number): Selection => ({
  chosen: new Set([sourceId]),
  anchor: index,
})

/** This one too, or no longer. */
export function toggle({ chosen }: Selection, sourceId: string, index: number): Selection {
  const next = new Set(chosen)
  if (!next.delete(sourceId)) next.add(sourceId)
  return { chosen: next, anchor: index }
}

/** Everything between the anchor and this row, of all ids in the order of the list. */
export function reach(selection: Selection, all: readonly string[], index: number): Selection {
  const anchor = selection.anchor ?? index
  const [first, last] = anchor < index ? [anchor, index] : [index, anchor]
  return { chosen: new Set(all.slice(first, last + 1)), anchor }
}

export const chooseAll = (all: readonly string[], { anchor }: Selection): Selection => ({
  chosen: new Set(all),
  anchor,
})
