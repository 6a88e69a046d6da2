/** Named fields in order, as a record or an HTTP head has them. Names keep the case they were written in. */
export type Fields = readonly (readonly [name: string, value: string])[]

/** The first value of a field, without the space around it; null where it is absent or empty. */
export function fieldOf(fields: Fields, name: string): string | null {
  const wanted = name.toLowerCase()
  const value = fields.find(([key]) => key.toLowerCase() === wanted)?.[1].trim()
  return value || null
}

/** A field whose value may stand in angle brackets: ids, and the target URIs of older writers. */
export function bareFieldOf(fields: Fields, name: string): string | null {
  return fieldOf(fields, name)?.replace(/^<(.*)>$/s, '$1') ?? null
}

/** Reads `Name: value` lines; a line that begins with white space goes on with the one before (WARC 1.1, section 4). */
export function parseFields(text: string): Fields {
  const fields: [string, string][] = []
  for (const line of text.split(/\r?\n/)) {
    const last = fields.at(-1)
    if (/^[ \t]/.test(line) && last) last[1] = `${last[1]} ${line.trim()}`.trim()
    else if (line.includes(':')) {
      const colon = line.indexOf(':')
      fields.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()])
    }
  }
  return fields
}

/** Nothing that would end a line may stand in a field. */
export function oneLine(text: string): string {
  return text.replace(/[\r\n\0]+/g, ' ')
}

export function fieldLines(fields: Fields): string {
  return fields.map(([name, value]) => `${oneLine(name)}: ${oneLine(value)}\r\n`).join('')
}
