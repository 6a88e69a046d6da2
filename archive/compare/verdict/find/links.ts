import { matches, remembered, type Finder } from './item.ts'

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”«»„]*[^\s<>"“”«»„.,;:!?')\]’]/giu

/** Addresses written out in the text. */
export const findLinks: Finder = remembered(({ text }) => matches(ADDRESS, text, found => found))
