import { tagOf } from '../element-text.ts'
import { embedCodeIn } from './code.ts'
import type { Finder, Search, Sighting } from './search.ts'

/** Types that browsers do not run: consent tools and lazy loaders keep embed code in such scripts. */
const INERT_TYPE = /^(?:text\/(?:plain|html|template|x-[\w-]+)|application\/(?:x-[\w-]+)|(?:\w+-)?template)$/i

function found(code: string | null, search: Search): readonly Sighting[] | null {
  const inside = code === null ? [] : search.inside(code)
  return inside.length > 0 ? inside.map(each => ({ ...each, form: 'lazy' as const })) : null
}

/**
 * Elements whose content the parser does not make part of the page: `<template>`, `<noscript>` where it was read
 * with scripting on, and scripts of a type that does not run.
 */
export const holderFinder: Finder = (element, search) => {
  switch (tagOf(element)) {
    case 'template':
      return found(element.innerHTML, search)
    case 'noscript':
      return element.childElementCount === 0 ? found(embedCodeIn(element.textContent ?? ''), search) : null
    case 'textarea':
      return found(embedCodeIn(element.textContent ?? ''), search)
    case 'script':
      return INERT_TYPE.test(element.getAttribute('type') ?? '')
        ? found(embedCodeIn(element.textContent ?? ''), search)
        : null
    default:
      return null
  }
}
