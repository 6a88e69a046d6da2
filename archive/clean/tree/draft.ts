import { postIndexIn } from '../../model/post-token.ts'
import { BLOCK_TAGS, MEDIA_TAGS } from './tags.ts'
import type { PageElement, PageNode } from './node.ts'

/** An element under construction: the sums grow as its children are finished. */
export type Draft = { -readonly [K in keyof PageElement]: PageElement[K] } & { children: PageNode[] }

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i
const LETTER = /[\p{L}\p{N}]/gu
const LARGEST_SIGN_PX = 40

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  if (attributes['hidden'] !== undefined && attributes['hidden'] !== 'until-found') return true
  return HIDING_STYLE.test(attributes['style'] ?? '')
}

function nameWords(attributes: Readonly<Record<string, string>>): string {
  const raw = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`
  return raw
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .trim()
}

export function newDraft(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  parent: Draft | null,
  n: number,
): Draft {
  return {
    n,
    tag,
    attributes,
    names: nameWords(attributes),
    parent,
    children: [],
    blocky: false,
    media: false,
    holdsPost: false,
    letters: 0,
    linkLetters: 0,
    hidden: isHidden(attributes),
  }
}

export function addText(parent: Draft, text: string): void {
  parent.children.push({ text, parent })
  parent.letters += text.match(LETTER)?.length ?? 0
  parent.holdsPost ||= postIndexIn(text) !== null
}

/** Pictures that stand for a letter or a sign: smileys, icons, counters. */
function isSign(draft: Draft): boolean {
  const height = draft.attributes['height'] ?? ''
  const isSmall = /^\d+(?:px)?$/.test(height) && parseInt(height, 10) <= LARGEST_SIGN_PX
  return isSmall || /\bemoji|\bsmiley|\bicon\b/.test(draft.names)
}

function isMedia(draft: Draft): boolean {
  if (draft.tag === 'svg') return draft.letters > 0
  if (draft.tag === 'img') return !isSign(draft)
  return MEDIA_TAGS.has(draft.tag) || draft.media
}

/** Closes an element whose children are all there, and adds its sums to its parent's. */
export function finishDraft(draft: Draft): void {
  draft.media = isMedia(draft)
  if (draft.tag === 'a' && draft.attributes['href'] !== undefined) draft.linkLetters = draft.letters
  const parent = draft.parent as Draft | null
  if (!parent || draft.hidden) return
  parent.letters += draft.letters
  parent.linkLetters += draft.linkLetters
  parent.blocky ||= draft.blocky || BLOCK_TAGS.has(draft.tag)
  parent.media ||= draft.media
  parent.holdsPost ||= draft.holdsPost
}
