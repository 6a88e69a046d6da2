import { believableCanonical, parseUrl } from '../../model/url.ts'
import { elementsNamed } from '../elements.ts'
import type { Candidate } from './candidate.ts'
import { candidate } from './candidate.ts'
import { isNode, type LdNode } from './json-ld.ts'
import { metaCandidates, type MetaTags } from './meta.ts'
import { META_NAMES } from './meta-names.ts'

function storyAddress(story: LdNode | null): string | null {
  const page = story?.['mainEntityOfPage']
  const inner = isNode(page) ? (page['@id'] ?? page['url']) : page
  return [story?.['url'], inner].find(value => typeof value === 'string') ?? null
}

function firstHref(document: Document, name: string, fits: (element: Element) => boolean): string | null {
  const found = elementsNamed(document, name).find(element => element.hasAttribute('href') && fits(element))
  return found?.getAttribute('href') ?? null
}

function isCanonical(link: Element): boolean {
  return (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/).includes('canonical')
}

/**
 * The address the page gives as its own, absolute: `rel=canonical`, `og:url`, JSON-LD. The first that can be
 * believed for this host wins; failing that, the page's first claim as it stands (a story taken over from
 * another site points there).
 */
export function readCanonical(
  document: Document,
  tags: MetaTags,
  story: LdNode | null,
  url: string,
): Candidate<string> | null {
  const base = parseUrl(firstHref(document, 'base', () => true) ?? '', url)?.href ?? url
  const claims = [
    ...candidate(firstHref(document, 'link', isCanonical), 'link'),
    ...metaCandidates(tags, META_NAMES.canonicalUrl),
    ...candidate(storyAddress(story), 'json-ld'),
  ].flatMap(({ value, origin }) => {
    const parsed = parseUrl(value, base)
    return parsed && /^https?:$/.test(parsed.protocol) ? [{ value: parsed.href, origin }] : []
  })
  return claims.find(({ value }) => believableCanonical(value, url)) ?? claims[0] ?? null
}
