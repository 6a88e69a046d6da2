import type { Candidate } from './candidate.ts'
import { candidate } from './candidate.ts'
import { ldText, typesOf, type LdGraph, type LdNode } from './json-ld.ts'
import { metaCandidates, type MetaTags } from './meta.ts'
import { META_NAMES } from './meta-names.ts'
import { bare } from './words.ts'

/** Host parts that are no name: "www.", and public suffixes such as ".co.uk". */
const HOST_NOISE =
  /^(?:www\d?|m|mobile|amp|edition|news|en|de|fr|es)\.|(?:\.(?:co|com|org|net|gov|ac|edu|or|ne))?\.[a-z]{2,}$/g

/** The part of a host that people would call the site by: `www.example.co.uk` → `example`. */
export function hostLabel(url: string): string {
  const host = URL.parse(url)?.hostname ?? ''
  return host.replaceAll(HOST_NOISE, '').replaceAll(HOST_NOISE, '').split('.').at(-1) ?? ''
}

function ldSites(graph: LdGraph, story: LdNode | null): Candidate<string>[] {
  const publishers = graph.resolve(story?.['publisher'] ?? story?.['sourceOrganization'])
  const websites = graph.nodes.filter(node => typesOf(node).includes('WebSite'))
  const bodies = graph.nodes.filter(node => typesOf(node).includes('NewsMediaOrganization'))
  return [...publishers, ...websites, ...bodies].flatMap(node => candidate(ldText(node['name']), 'json-ld'))
}

/** The last (or first) part of `<title>` where it is the host's own name. */
function titleSites(documentTitle: string, url: string): Candidate<string>[] {
  const label = bare(hostLabel(url)).replaceAll(' ', '')
  if (label.length < 2) return []
  const parts = documentTitle.split(/\s+[|｜–—\-·•»:]+\s+|\s*[|｜]\s*/u)
  const fits = parts.filter(part => {
    const key = bare(part).replaceAll(' ', '')
    return key !== '' && part.length < 40 && (label.includes(key) || key.includes(label))
  })
  return parts.length > 1 ? fits.slice(-1).map(value => ({ value, origin: 'html' as const })) : []
}

const MAX_LENGTH = 80

/** "Example | News for you" → "Example", where that part is what the host is called; loose marks at the ends go. */
function tidyName(name: string, url: string): string {
  const trimmed = name.replaceAll(/^[\s\-–—|:·]+|[\s\-–—|:·]+$/gu, '')
  const label = bare(hostLabel(url)).replaceAll(' ', '')
  const part = trimmed
    .split(/\s+[|｜–—\-·•:]\s+|:\s+/u)
    .find(piece => bare(piece).replaceAll(' ', '').replace(/^the/, '') === label.replace(/^the/, ''))
  return part ?? trimmed
}

function looksLikeName(name: string): boolean {
  return name !== '' && name.length <= MAX_LENGTH && !/^(?:https?:|@|www\.)/.test(name)
}

/** Every name the site goes by on this page, best first. The host's own label is for comparing, not for showing. */
export function siteCandidates(
  graph: LdGraph,
  story: LdNode | null,
  tags: MetaTags,
  documentTitle: string,
  url: string,
): readonly Candidate<string>[] {
  const host = (URL.parse(url)?.hostname ?? '').replace(/^www\d?\./, '')
  return [
    ...metaCandidates(tags, ['og:site_name']),
    ...ldSites(graph, story),
    ...metaCandidates(tags, META_NAMES.site.slice(1)),
    ...titleSites(documentTitle, url),
    ...candidate(host, 'url'),
  ]
    .map(({ value, origin }) => ({ value: tidyName(value, url), origin }))
    .filter(({ value }) => looksLikeName(value))
}
