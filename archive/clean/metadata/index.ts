import type { Metadata, MetadataField, Origin } from '../../model/article.ts'
import { firstNamed } from '../elements.ts'
import { readByline } from './byline/index.ts'
import { readCanonical } from './canonical.ts'
import { candidate, type Candidate } from './candidate.ts'
import { readJsonLd, storyNode, ldText } from './json-ld.ts'
import { chooseLanguage } from './language.ts'
import { metaCandidates, readMetaTags } from './meta.ts'
import { META_NAMES } from './meta-names.ts'
import { readOutline, type Outline } from './outline.ts'
import { readModified, readPublished } from './published.ts'
import { readSection } from './section.ts'
import { hostLabel, siteCandidates } from './site.ts'
import { surroundingsOf } from './surroundings.ts'
import { chooseTitle, readHeadings } from './title.ts'
import { collapse } from './words.ts'

export interface MetadataHints {
  /** Words of the `<h1>` that cleaning took for the headline. */
  readonly h1?: string
}

function itemText(outline: Outline, name: string): string | null {
  const element = outline.marked.find(({ itemprop }) => itemprop.split(/\s+/).includes(name))?.element
  return element ? collapse(element.getAttribute('content') ?? element.textContent ?? '') : null
}

type Chosen = { readonly [F in MetadataField]: Candidate<Metadata[F]> | null }

function originsOf(chosen: Chosen): Partial<Record<MetadataField, Origin>> {
  const found = Object.entries(chosen).flatMap(([field, it]) => (it ? [[field, it.origin] as const] : []))
  return Object.fromEntries(found)
}

/**
 * What a page says about itself, and where it says it. `url` is the address that answered (base of relative
 * addresses). Never throws on a page's markup; what the page does not say is null, or an empty byline.
 */
export function readMetadata(document: Document, url: string, hints: MetadataHints = {}): Metadata {
  const tags = readMetaTags(document)
  const outline = readOutline(document)
  const graph = readJsonLd(document)
  const documentTitle = collapse(firstNamed(document, 'title')?.textContent ?? '')
  const metaTitles = metaCandidates(tags, META_NAMES.title)
  const titleWords = [documentTitle, ...metaTitles.map(({ value }) => value)].filter(Boolean)
  const story = storyNode(graph, url, titleWords)
  const sites = siteCandidates(graph, story, tags, documentTitle, url)
  const siteNames = [...sites.map(({ value }) => value), hostLabel(url)].filter(Boolean)

  const ldTitle = ldText(story?.['headline'] ?? story?.['name'])
  const headings = readHeadings(outline, [...titleWords, ...(ldTitle ? [ldTitle] : [])], siteNames)
  const heading = headings.headline?.element ?? headings.crumbs[0]?.element ?? null
  const around = surroundingsOf(outline, heading)
  const declared = [
    ...candidate(ldTitle, 'json-ld'),
    ...metaTitles,
    ...candidate(itemText(outline, 'headline'), 'microdata'),
    ...candidate(documentTitle, 'html'),
    ...candidate(collapse(hints.h1 ?? ''), 'html'),
    ...candidate(collapse(firstNamed(document, 'h1')?.textContent ?? ''), 'html'),
  ]
  const language = chooseLanguage(
    [
      ...candidate(document.documentElement?.getAttribute('lang'), 'html'),
      ...candidate(document.documentElement?.getAttribute('xml:lang'), 'html'),
      ...candidate(ldText(story?.['inLanguage']), 'json-ld'),
      ...metaCandidates(tags, META_NAMES.language),
    ],
    () => `${documentTitle} ${collapse(document.body?.textContent?.slice(0, 20_000) ?? '')}`,
  )
  const dates = {
    outline,
    around,
    story,
    tags,
    url,
    language: language?.value ?? null,
  }
  const chosen: Chosen = {
    title: chooseTitle(headings, declared, siteNames, outline),
    byline: readByline({ heading, around, graph, story, tags, siteNames }),
    site: sites[0] ?? null,
    published: readPublished(dates),
    modified: readModified(dates),
    section: readSection(graph, story, tags, outline),
    language,
    canonicalUrl: readCanonical(document, tags, story, url),
  }
  return {
    title: chosen.title?.value ?? null,
    byline: chosen.byline?.value ?? [],
    site: chosen.site?.value ?? null,
    published: chosen.published?.value ?? null,
    modified: chosen.modified?.value ?? null,
    section: chosen.section?.value ?? null,
    language: chosen.language?.value ?? null,
    canonicalUrl: chosen.canonicalUrl?.value ?? null,
    origins: originsOf(chosen),
  }
}
