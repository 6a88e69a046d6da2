import type { Candidate } from './candidate.ts'
import { candidate } from './candidate.ts'
import { isNode, ldText, listOf, typesOf, type LdGraph, type LdNode } from './json-ld.ts'
import { metaCandidates, type MetaTags } from './meta.ts'
import { META_NAMES } from './meta-names.ts'
import type { Outline } from './outline.ts'
import { collapse } from './words.ts'

const MAX_LENGTH = 80

/** What fills the field when a template has no section to name. */
const NO_SECTION =
  /^(?:tags?|articles?|story|stories|front-?page|home|homepage|uncategori[sz]ed|post|posts|page|default|undefined|null)$/i

/** The second crumb of a schema.org BreadcrumbList: the first is the front page, the last may be the story. */
function crumb(graph: LdGraph): string | null {
  const list = graph.nodes.find(node => typesOf(node).includes('BreadcrumbList'))
  const items = listOf(list?.['itemListElement']).flatMap(item => {
    return isNode(item) ? (ldText(item['name']) ?? ldText(item['item']) ?? []) : []
  })
  return items.length >= 3 ? (items[1] ?? null) : null
}

/** The section the story stands in, as the page names it: "Politics". */
export function readSection(
  graph: LdGraph,
  story: LdNode | null,
  tags: MetaTags,
  outline: Outline,
): Candidate<string> | null {
  const marked = outline.marked.find(({ itemprop }) =>
    itemprop.split(/\s+/).includes('articlesection'),
  )?.element
  const candidates = [
    ...metaCandidates(tags, META_NAMES.section),
    ...candidate(ldText(story?.['articleSection']), 'json-ld'),
    ...candidate(collapse(marked?.getAttribute('content') ?? marked?.textContent ?? ''), 'microdata'),
    ...candidate(crumb(graph), 'json-ld'),
  ]
  return (
    candidates
      .map(({ value, origin }) => ({ value: value.replaceAll(/^[\s\-–|/>]+|[\s\-–|/>]+$/gu, ''), origin }))
      .find(({ value }) => value.length <= MAX_LENGTH && /\p{L}/u.test(value) && !NO_SECTION.test(value)) ??
    null
  )
}
