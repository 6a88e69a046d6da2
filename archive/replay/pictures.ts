import { parseSrcset } from '../model/picture-choice/srcset.ts'
import { answer, type ElementContext, kept } from './element-context.ts'
import { heldSrcset, lazyAddress, lazyPicture, lazySrcset } from './lazy.ts'
import type { TagDraft } from './tag-draft.ts'
import { BLOCKED } from './types.ts'

export function picture(draft: TagDraft, context: ElementContext): void {
  const lazy = lazyPicture(draft.tag.attributes, context.answering)
  if (lazy && !context.noscriptFollows(draft)) {
    draft.remove('src')
    draft.remove('srcset')
    if (lazy.src !== null) draft.set('src', lazy.src)
    if (lazy.srcset !== null) draft.set('srcset', lazy.srcset)
    return draft.set('data-stet-shown', '')
  }
  const { answering } = context
  const srcset = draft.get('srcset')
  const choice = context.choice()
  const held = sizes(draft, 'srcset', context) ?? choice?.held ?? null
  const src = draft.get('src')
  if (src === undefined) {
    const [first] = srcset === undefined || held !== null ? [] : parseSrcset(srcset)
    if (first) answering.missing(first.url)
    return
  }
  // Of several sizes one was fetched. Where it is held, the others are not missing, and it stands for all of them.
  const own = held === null ? answer(src, 'image', context) : kept(src, 'image', context)
  draft.set('src', own ?? held ?? BLOCKED)
}

/** Leaves of a `srcset` what is held, and gives the first of it. */
function sizes(draft: TagDraft, name: string, { answering }: ElementContext): string | null {
  const srcset = draft.get(name)
  if (srcset === undefined) return null
  const held = heldSrcset(srcset, answering)
  if (held === null) draft.remove(name)
  else draft.set(name, held)
  return held === null ? null : firstOf(held)
}

function firstOf(srcset: string): string | null {
  return parseSrcset(srcset)[0]?.url ?? null
}

/** A source that is not held would hide the one that is. */
export function source(draft: TagDraft, context: ElementContext): void {
  const src = draft.get('src')
  const choice = context.choice()
  const media = src === undefined ? null : kept(src, 'media', context)
  if (src !== undefined) draft.remove('src')
  if (media !== null) draft.set('src', media)
  else if (src !== undefined) choice?.wanted.push(src.trim())
  const lazy = draft.get('srcset') === undefined ? lazySrcset(draft.tag.attributes, context.answering) : null
  if (lazy !== null) draft.set('srcset', lazy)
  const held = sizes(draft, 'srcset', context) ?? (lazy === null ? null : firstOf(lazy)) ?? media
  if (held === null) draft.drop()
  else if (choice) choice.held ??= held
}

export function player(draft: TagDraft, context: ElementContext): void {
  const poster = draft.get('poster')
  if (poster !== undefined) {
    const to = answer(poster, 'image', context)
    if (to === null) draft.remove('poster')
    else draft.set('poster', to)
  }
  const src = draft.get('src')
  const to =
    src === undefined
      ? lazyAddress(
          draft.tag.attributes.filter(one => one.name !== 'data-poster'),
          'media',
          context.answering,
        )
      : answer(src, 'media', context)
  draft.remove('src')
  const choice = context.choice()
  if (to !== null) draft.set('src', to)
  if (choice) choice.held = to
}
