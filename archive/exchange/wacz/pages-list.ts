import { z } from 'zod'

/** A page as `pages.jsonl` lists it. Source: WACZ 1.1.1, section 5.3. */
export interface ListedPage {
  readonly url: string
  /** RFC 3339; null where the list gives none. */
  readonly at: string | null
  readonly id: string | null
  readonly title: string | null
}

const pageSchema = z.looseObject({
  url: z.string().min(1),
  ts: z.union([z.string(), z.number()]).optional(),
  timestamp: z.union([z.string(), z.number()]).optional(),
  id: z.string().optional(),
  title: z.string().nullish(),
})

function timeOf(ts: string | number | undefined): string | null {
  if (ts === undefined) return null
  const digits = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{3})?$/.exec(String(ts))
  const text = digits ? `${digits[1]}-${digits[2]}-${digits[3]}T${digits[4]}:${digits[5]}:${digits[6]}Z` : ts
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

/** Reads a list of pages. Lines that are none are named in `problems`, and so is a missing header. */
export function parsePages(
  text: string,
  name: string,
): { pages: readonly ListedPage[]; problems: readonly string[] } {
  const pages: ListedPage[] = []
  const problems: string[] = []
  let header = false
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      problems.push(`line ${index + 1} of ${name} is not JSON`)
      return
    }
    if (!header && typeof value === 'object' && value !== null && 'format' in value) {
      header = true
      return
    }
    const page = pageSchema.safeParse(value)
    if (!page.success) problems.push(`line ${index + 1} of ${name} names no page`)
    else {
      const { url, ts, timestamp, id, title } = page.data
      pages.push({ url, at: timeOf(ts ?? timestamp), id: id ?? null, title: title ?? null })
    }
  })
  if (!header) problems.push(`${name} has no header line`)
  return { pages, problems }
}
