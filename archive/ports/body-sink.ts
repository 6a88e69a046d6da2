import type { BodyRef } from '../model/captured.ts'

/** Where an engine puts the bodies it received: the snapshot under construction. */
export interface BodySink {
  /** Stores a body once under its SHA-256 and tells where in the bag it will lie. */
  put(bytes: Uint8Array, info: { readonly mime: string | null; readonly url: string }): Promise<BodyRef>
}
