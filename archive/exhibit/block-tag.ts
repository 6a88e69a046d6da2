const TAGS: ReadonlyMap<string, string> = new Map([
  ['quote', 'blockquote'],
  ['post', 'blockquote'],
  ['code', 'pre'],
])

/** Element for a block of an article; its headings all stand below the exhibit's own, at the level that fits. */
export function tagOfBlock(kind: string, heading: 'h3' | 'h4'): string {
  return kind === 'heading' ? heading : (TAGS.get(kind) ?? 'p')
}
