import { sha256Hex } from '../model/hash.ts'
import { withoutCredentials } from '../model/secrets/addresses.ts'
import type { Store } from '../store/index.ts'

const SETTING = 'listRuns'

/** Log number at which each unfinished list began, by the SHA-256 of the list. */
function unfinishedRuns(store: Store): Record<string, number> {
  return (store.desk.data.settings[SETTING] ?? {}) as Record<string, number>
}

async function setRun(store: Store, key: string, startedAtSeq: number | null): Promise<void> {
  await store.desk.update(desk => {
    const runs = { ...((desk.settings[SETTING] ?? {}) as Record<string, number>) }
    if (startedAtSeq === null) delete runs[key]
    else runs[key] = startedAtSeq
    return { ...desk, settings: { ...desk.settings, [SETTING]: runs } }
  })
}

const keyOf = (list: readonly string[]) => sha256Hex(list.join('\n'))

/**
 * What is left to do of a list. A run that was stopped goes on: what the log holds of it since it began is
 * done. A list that was finished begins anew.
 */
export async function resumeListRun(store: Store, list: readonly string[]): Promise<readonly string[]> {
  const key = keyOf(list)
  const startedAtSeq = unfinishedRuns(store)[key]
  if (startedAtSeq === undefined) {
    await setRun(store, key, store.lastSeq + 1)
    return list
  }
  const done = new Set<string>()
  for await (const line of store.readLog({ since: startedAtSeq })) {
    if ('requestedUrl' in line) done.add(line.requestedUrl)
  }
  return list.filter(url => !done.has(withoutCredentials(url)))
}

/** Notes that every URL of the list has been tried. */
export async function finishListRun(store: Store, list: readonly string[]): Promise<void> {
  await setRun(store, keyOf(list), null)
}
