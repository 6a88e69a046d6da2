const QUOTED: ReadonlySet<string> = new Set(['quote', 'post'])

/** Plain text sets the lines of quotations and posts off with `> `; on the screen the block itself does. */
export function withoutQuoteSigns(kind: string, text: string): string {
  return QUOTED.has(kind) ? text.replaceAll(/^> ?/gm, '') : text
}
