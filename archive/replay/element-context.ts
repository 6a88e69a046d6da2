import type { TagDraft } from './tag-draft.ts'
import type { Answering, AskKind } from './types.ts'

/** What the rules of single elements need of the document they stand in. */
export interface ElementContext {
  readonly answering: Answering
  /** A document inside this one, rewritten the same way. */
  readonly inner: (html: string) => string
  /** A script, handler or script address was taken out. */
  readonly scriptRemoved: () => void
  /** Whether a `noscript` follows, which shows the same picture without a lazy loader. */
  readonly noscriptFollows: (draft: TagDraft) => boolean
  /** A drawing that stands alone, rewritten the same way. */
  readonly drawing: (svg: string) => string
  /** The stored drawing of an address, rewritten as part of a page; null where none is held. */
  readonly sprite: (url: string) => string | null
  /** What the `picture`, `video` or `audio` around it has found so far; null outside of them. */
  readonly choice: () => Choice | null
}

/** Elements that show one of several: what is held of them, and what would be missing if nothing were. */
export interface Choice {
  held: string | null
  readonly wanted: string[]
}

/** Where the answer to one address is, if it is held; data stays, and so does a place within the document. */
export function kept(url: string, kind: AskKind, { answering }: ElementContext): string | null {
  const text = url.trim()
  return text === '' || text.startsWith('#') || /^data:/i.test(text) ? url : answering.stored(text, kind)
}

/** The same, where what is not held is missing. */
export function answer(url: string, kind: AskKind, context: ElementContext): string | null {
  const to = kept(url, kind, context)
  if (to === null) context.answering.missing(url.trim())
  return to
}

export type ElementRule = (draft: TagDraft, context: ElementContext) => void

/** Both ways SVG knows to write an address. */
export const HREFS = ['href', 'xlink:href'] as const
