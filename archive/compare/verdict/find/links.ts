import { matches, type Finder } from './item.ts'

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”«»„]*[^\s<>"“”«»„.,;:!?')\]’]/giu

/** Addresses written out in the text. */
export const findLinks: Finder = ({ text }) => matches(ADDRESS, text, found => found)
