import {
  AGENCIES,
  CLOSING_AGENCY,
  DATELINE,
  OUTLET_LINES,
  PICTURE_CREDIT,
  PICTURE_SOURCES,
} from './outlet-words.ts'

function named(pattern: RegExp, text: string): string | null {
  return pattern.exec(text)?.groups?.['name']?.trim() ?? null
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** The agency of a dateline: a known one, or a short name in capitals' company ("CARACAS, (Prensa Libre) –"). */
function datelineOutlet(text: string): string | null {
  const match = DATELINE.exec(text.slice(0, 140))
  const name = match?.groups?.['name']?.trim() ?? ''
  if (AGENCIES.has(name)) return name
  const place = match?.groups?.['place']?.trim() ?? ''
  const inCapitals = /^[\p{Lu}\s.,'’/-]{3,}$/u.test(place) && /^\p{Lu}/u.test(name)
  return inCapitals && name.split(' ').length <= 4 ? name : null
}

function closingAgency(text: string): string | null {
  const name = named(CLOSING_AGENCY, text)
  return name && AGENCIES.has(name) ? name : null
}

function sourceLine(text: string): string | null {
  for (const pattern of OUTLET_LINES) {
    const name = text.length <= 400 ? named(pattern, text) : null
    if (name && !/^https?:/.test(name)) return capitalised(name)
  }
  return null
}

function pictureCredit(text: string): string | null {
  const name = named(PICTURE_CREDIT, text)?.replace(/\.$/, '') ?? ''
  return name !== '' && name.split(' ').length <= 5 && !PICTURE_SOURCES.test(name) ? capitalised(name) : null
}

function first(texts: readonly string[], read: (text: string) => string | null): string | null {
  for (const text of texts) {
    const found = read(text)
    if (found !== null) return found
  }
  return null
}

/**
 * Who published a saved text, as its own words say it: a line that names the source, the agency of the dateline
 * or after the last sentence, the paper's own picture credit. Null where none of them does.
 */
export function outletOf(story: readonly string[], removed: readonly string[]): string | null {
  return (
    first(removed, sourceLine) ??
    first(story.slice(0, 3), datelineOutlet) ??
    first(story.slice(-2).toReversed(), closingAgency) ??
    first(removed, pictureCredit)
  )
}
