/**
 * The elements of one lower-case name in a document, in order. jsdom reads every selector anew for every
 * document, about a millisecond each; a plain name costs nothing to read.
 */
export function elementsNamed(document: Document, name: string): Element[] {
  return Array.from(document.getElementsByTagName(name))
}

/** The first element of a name, or null. */
export function firstNamed(document: Document, name: string): Element | null {
  return document.getElementsByTagName(name)[0] ?? null
}
