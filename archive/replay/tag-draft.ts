import type { Edit } from './edits.ts'
import type { OpenTag } from './tags.ts'

export function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

/** One start tag while it is decided what of it stays. Untouched attributes stay as they are written. */
export class TagDraft {
  readonly tag: OpenTag
  readonly #removed = new Set<string>()
  readonly #set = new Map<string, string>()
  #name: string | null = null
  #dropped = false
  #before = ''
  #after = ''

  constructor(tag: OpenTag) {
    this.tag = tag
  }

  /** The first attribute of a name is the one that counts. */
  get(name: string): string | undefined {
    return this.tag.attributes.find(one => one.name === name)?.value
  }

  /** What the attribute will be. */
  final(name: string): string | undefined {
    return this.#set.get(name) ?? (this.#removed.has(name) ? undefined : this.get(name))
  }

  set(name: string, value: string): void {
    this.#removed.add(name)
    this.#set.set(name, value)
  }

  remove(name: string): void {
    this.#removed.add(name)
    this.#set.delete(name)
  }

  /** Whether a rule has already decided about this attribute. */
  decided(name: string): boolean {
    return this.#removed.has(name)
  }

  get dropped(): boolean {
    return this.#dropped
  }

  rename(name: string): void {
    this.#name = name
  }

  /** Markup in front of the tag. */
  put(markup: string): void {
    this.#before = markup
  }

  /** Markup behind the tag, also where the tag itself is taken out. */
  follow(markup: string): void {
    this.#after = markup
  }

  /** Takes out the tag, not what follows it. */
  drop(): void {
    this.#dropped = true
  }

  /** `closeIt`: an end tag follows, which is what `/>` means in XML. */
  edits(closeIt: boolean): readonly Edit[] {
    const { start, end, nameEnd, attributes, name } = this.tag
    if (this.#dropped) return [{ start, end, text: this.#before + this.#after }]
    const added = [...this.#set].map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join('')
    return [
      ...(this.#before === '' ? [] : [{ start, end: start, text: this.#before }]),
      ...(this.#name === null ? [] : [{ start: start + 1, end: nameEnd, text: this.#name }]),
      // In front: of two attributes of one name, browsers take the first.
      ...(added === '' ? [] : [{ start: nameEnd, end: nameEnd, text: added }]),
      ...attributes
        .filter(one => this.#removed.has(one.name))
        .map(one => ({ start: one.start, end: one.end, text: '' })),
      ...(this.#after === '' ? [] : [{ start: end, end, text: this.#after }]),
      ...(closeIt ? [{ start: end, end, text: `</${this.#name ?? name}>` }] : []),
    ]
  }
}
