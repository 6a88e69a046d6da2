const MAX_RECENTS = 8

/** Parses what was kept: folders, the last opened first. */
export function parseRecents(kept: unknown): readonly string[] {
  const { archives } = (kept ?? {}) as { archives?: unknown }
  if (!Array.isArray(archives)) return []
  return archives.filter((dir): dir is string => typeof dir === 'string' && dir !== '').slice(0, MAX_RECENTS)
}

export function withRecent(recents: readonly string[], dir: string): readonly string[] {
  return [dir, ...recents.filter(each => each !== dir)].slice(0, MAX_RECENTS)
}
