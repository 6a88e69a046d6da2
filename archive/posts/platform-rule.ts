import type { Platform } from '../model/post.ts'

export interface AddressParts {
  readonly url: URL
  readonly id: string
  readonly handle: string | null
}

/** One shape of address under which a platform shows a post. */
export interface AddressRule {
  readonly name: string
  /** Tested against the path. Named groups: `id`, and `handle` where the path holds it. */
  readonly path: RegExp
  /** Hosts this shape is limited to; the platform's hosts where absent. */
  readonly hosts?: readonly string[]
  /** Query parameter that holds the id where the path does not. */
  readonly query?: { readonly name: string; readonly value: RegExp }
  /** `player`: an address that pages put in frames, never one that people link to. */
  readonly use?: 'player'
  /** The permalink, absolute. Where absent: the address itself without query and fragment. */
  readonly permalink?: (parts: AddressParts) => string
}

/** A tag or attribute in which markup of that platform keeps the id or the address of a post. */
export interface ElementRule {
  /** Lower-case tag name, as in `amp-twitter` or `lite-youtube`. */
  readonly tag: string
  /** Attributes to look in, in this order. A value may be an id or a whole address. */
  readonly attributes: readonly string[]
  /** Address of a bare id, where the platform's own `permalinkOfId` does not serve. */
  readonly address?: (id: string) => string
}

/** Everything Stet knows about one platform, as data. Adding a platform is adding one of these. */
export interface PlatformRule {
  readonly platform: Platform
  /** A host matches itself and its subdomains. */
  readonly hosts: readonly string[]
  /** Words by which class names and attributes call the platform: `tweet` in `widget__tweet`. Lower case. */
  readonly names: readonly string[]
  readonly addresses: readonly AddressRule[]
  /** Class names with which the platform's own embed code marks a post. */
  readonly classes: readonly string[]
  readonly elements: readonly ElementRule[]
  /** Class names of widgets that show a running feed, not one post. */
  readonly feeds?: readonly string[]
  /** Shape of an id standing alone in an attribute. Must match the whole value. */
  readonly id: RegExp
  /** Permalink of a bare id, or null where an id alone leads nowhere. */
  readonly permalinkOfId: (id: string) => string | null
  /**
   * The one address by which a post of this platform is known as a source, from any of its permalinks. The permalink
   * itself where absent.
   */
  readonly sourceUrl?: (parts: AddressParts) => string
  /** When the post was made, in milliseconds since 1970, worked out from its id; null where it cannot be. */
  readonly timeOfId?: (id: string) => number | null
}
