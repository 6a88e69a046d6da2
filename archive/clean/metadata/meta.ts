import type { Origin } from '../../model/article.ts'
import { elementsNamed } from '../elements.ts'
import type { Candidate } from './candidate.ts'
import { plain } from './words.ts'

/** `<meta>` contents by lower-case name, in page order. */
export type MetaTags = ReadonlyMap<string, readonly string[]>

export function readMetaTags(document: Document): MetaTags {
  const tags = new Map<string, string[]>()
  for (const meta of elementsNamed(document, 'meta')) {
    // An itemprop inside the body belongs to whatever item surrounds it: that is microdata's work.
    if (meta.hasAttribute('itemprop') && meta.closest('[itemscope]')?.closest('body > *')) continue
    const content = plain(meta.getAttribute('content') ?? '')
    if (content === '') continue
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of (meta.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/).filter(Boolean)) {
        const list = tags.get(name)
        if (!list) tags.set(name, [content])
        else if (!list.includes(content)) list.push(content)
      }
    }
  }
  return tags
}

function originOf(name: string): Origin {
  return /^(?:og|article):/.test(name) ? 'opengraph' : 'meta'
}

/** All values under the given names, best name first. */
export function metaCandidates(tags: MetaTags, names: readonly string[]): Candidate<string>[] {
  return names.flatMap(name => (tags.get(name) ?? []).map(value => ({ value, origin: originOf(name) })))
}
