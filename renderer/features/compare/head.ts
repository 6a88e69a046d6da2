import type { Pair } from '../../../archive/contract/source.ts'

/** What a page says about itself, of both sides. */
export interface HeadField {
  readonly field: 'headline' | 'byline' | 'outlet' | 'published' | 'modified'
  readonly before: string | null
  readonly after: string | null
}

/** What differs; the header of the comparison names what does not. */
export function headFieldsOf({ from, to }: Pair): HeadField[] {
  const names = (byline: readonly string[]) => byline.join(', ') || null
  const fields: HeadField[] = [
    { field: 'headline', before: from.snapshot.title, after: to.snapshot.title },
    { field: 'byline', before: names(from.byline), after: names(to.byline) },
    { field: 'outlet', before: from.site, after: to.site },
    { field: 'published', before: from.published, after: to.published },
    { field: 'modified', before: from.modified, after: to.modified },
  ]
  return fields.filter(({ before, after }) => before !== after)
}
