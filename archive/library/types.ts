import type { ChangeClass, VerdictKind } from '../model/comparison.ts'
import type { Post } from '../model/post.ts'
import type { GatheredPost, SourceOverview, VersionChange } from '../store/index.ts'

/** A source as the library lists it, with what the person arranged around it. */
export interface LibraryRow extends Omit<SourceOverview, 'changed'> {
  readonly state: 'kept' | 'attempts-only'
  readonly lastChanged: string | null
  /** Ids of collections. */
  readonly collections: readonly string[]
  readonly tags: readonly string[]
  /** Notes about the source or one of its snapshots. */
  readonly notes: number
  /** Number of the newest version that was looked at; null where none was. */
  readonly seenVersion: number | null
}

export interface LibraryFilter {
  /** Every word must occur in headline, outlet, address or id. */
  readonly query: string
  /** Any of these outlets; empty is all. */
  readonly sites: readonly string[]
  readonly collection: string | null
  readonly tag: string | null
  /** Last seen on or after, and on or before, this day (`YYYY-MM-DD`, UTC). */
  readonly seenFrom: string | null
  readonly seenTo: string | null
  readonly only: 'changed' | 'unseen' | 'attempts' | 'posts' | null
}

export type LibrarySort = 'seen' | 'changed' | 'title' | 'site' | 'versions' | 'posts'

export interface LibraryOrder {
  readonly sort: LibrarySort
  readonly descending: boolean
}

export interface LibraryQuery extends LibraryFilter, LibraryOrder {
  readonly offset: number
  readonly limit: number
}

export interface Facets {
  readonly all: number
  readonly changed: number
  /** With a version that came since the person last looked. */
  readonly unseen: number
  readonly attemptsOnly: number
  /** Which are a post's own page. */
  readonly ownPosts: number
  readonly sites: readonly { readonly site: string; readonly count: number }[]
  readonly tags: readonly { readonly tag: string; readonly count: number }[]
  readonly collections: readonly { readonly id: string; readonly name: string; readonly count: number }[]
}

/** What a comparison comes down to in a list. */
export interface Mark {
  /** Share of words inserted or deleted, 0 to 1. */
  readonly degree: number
  readonly class: ChangeClass
  /** Lines of the verdict by kind, most telling first, without noise. */
  readonly kinds: readonly { readonly kind: VerdictKind; readonly count: number }[]
  /** Lines of the verdict that are noise. */
  readonly noise: number
}

export interface ChangeMark extends VersionChange, Mark {}

export interface PostQuery {
  readonly query: string
  readonly platform: Post['platform'] | null
  readonly state: Post['state'] | null
  /** Author or handle, exactly. */
  readonly author: string | null
  readonly offset: number
  readonly limit: number
}

/** A post as its newest snapshot shows it, everything that holds it, and its states over time. */
export type HeldPost = GatheredPost
