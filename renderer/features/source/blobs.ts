import { useEffect, useState } from 'react'
import { calls } from '../../client/calls.ts'

/** A stored file as an address that this window alone can show. */
export interface Blobbed {
  readonly url: string
  readonly file: File
}

interface Held {
  readonly loaded: Promise<Blobbed>
  users: number
  timer?: ReturnType<typeof setTimeout>
}

/** How long a file stays at hand that nothing shows any more: long enough for going to another view and back. */
const KEPT_MS = 30_000

const held = new Map<string, Held>()

async function load(snapshotId: string, path: string): Promise<Blobbed> {
  const file = await calls.snapshot.file({ snapshotId, path })
  return { url: URL.createObjectURL(file), file }
}

function take(key: string, snapshotId: string, path: string): Held {
  const known = held.get(key)
  if (known) {
    clearTimeout(known.timer)
    known.users++
    return known
  }
  const fresh: Held = { loaded: load(snapshotId, path), users: 1 }
  held.set(key, fresh)
  fresh.loaded.catch(() => held.delete(key))
  return fresh
}

function giveBack(key: string, one: Held): void {
  if (--one.users > 0) return
  one.timer = setTimeout(() => {
    if (held.get(key) === one) held.delete(key)
    void one.loaded.then(({ url }) => URL.revokeObjectURL(url)).catch(() => {})
  }, KEPT_MS)
}

export type BlobState = { readonly state: 'loading' | 'failed' } | ({ readonly state: 'loaded' } & Blobbed)

/** A file of a snapshot, fetched once however many show it, and given back when nobody does. */
export function useBlob(snapshotId: string, path: string | null): BlobState {
  const key = path === null ? null : `${snapshotId} ${path}`
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly state: BlobState } | null>(null)
  useEffect(() => {
    if (key === null || path === null) return
    const one = take(key, snapshotId, path)
    let isGone = false
    one.loaded.then(
      blobbed => isGone || setLoaded({ key, state: { state: 'loaded', ...blobbed } }),
      () => isGone || setLoaded({ key, state: { state: 'failed' } }),
    )
    return () => {
      isGone = true
      giveBack(key, one)
    }
  }, [key, snapshotId, path])
  return loaded && loaded.key === key ? loaded.state : { state: 'loading' }
}
