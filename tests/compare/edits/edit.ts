/**
 * The kinds an editor would name, in brackets those that may be named too, and "a/b" where either will do; then the
 * sentence before and after.
 */
export type Edit = readonly [kinds: string, before: string, after: string]

export interface EditsOfLanguage {
  readonly edits: readonly Edit[]
  /** The same said in other words: no kind is to be named. */
  readonly rewordings: readonly (readonly [before: string, after: string])[]
}
