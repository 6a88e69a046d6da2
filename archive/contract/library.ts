import { z } from 'zod'
import { CHANGE_CLASSES, VERDICT_KINDS } from '../model/comparison.ts'
import { ATTEMPT_REASONS } from '../model/snapshot.ts'
import type { DeepReadonly } from './deep-readonly.ts'
import { sourceRowSchema } from './results.ts'

/** How much one version differs from the one before it, and in what: enough for a mark in a list. */
export const changeMarkSchema = z.object({
  from: z.string(),
  to: z.string(),
  fromVersion: z.int(),
  toVersion: z.int(),
  /** When the later version was captured. */
  at: z.string(),
  /** Share of words inserted or deleted, 0 to 1; moves do not count. */
  degree: z.number(),
  class: z.enum(CHANGE_CLASSES),
  /** Lines of the verdict by kind, most telling first, without noise. */
  kinds: z.array(z.object({ kind: z.enum(VERDICT_KINDS), count: z.int() })),
  /** Lines of the verdict that are noise. */
  noise: z.int(),
})
export type ChangeMark = DeepReadonly<z.infer<typeof changeMarkSchema>>

export const libraryRowSchema = sourceRowSchema.extend({
  /** `attempts-only`: the story was never reached. */
  state: z.enum(['kept', 'attempts-only']),
  /** When the newest version that differs from the one before it was captured; null with one version. */
  lastChanged: z.string().nullable(),
  latestSnapshotId: z.string().nullable(),
  /** Number of the newest version that is held. */
  latestVersion: z.int().nullable(),
  /** Posts in the newest snapshot. */
  posts: z.int(),
  witness: z.enum(['captured', 'imported']).nullable(),
  /** The newest attempt, where no later capture reached the story. */
  failing: z.object({ at: z.string(), reason: z.enum(ATTEMPT_REASONS) }).nullable(),
  /** Ids of collections. */
  collections: z.array(z.string()),
  tags: z.array(z.string()),
  notes: z.int(),
  /** Number of the newest version that was looked at; null where none was. */
  seenVersion: z.int().nullable(),
})
export type LibraryRow = DeepReadonly<z.infer<typeof libraryRowSchema>>

export const LIBRARY_SORTS = ['seen', 'changed', 'title', 'site', 'versions', 'posts'] as const
export type LibrarySort = (typeof LIBRARY_SORTS)[number]

export const LIBRARY_VIEWS = ['changed', 'unseen', 'attempts', 'posts'] as const
export type LibraryView = (typeof LIBRARY_VIEWS)[number]

export const libraryFilterSchema = z.object({
  /** Every word must occur in headline, outlet, address or id. */
  query: z.string().default(''),
  /** Any of these outlets. */
  sites: z.array(z.string()).default([]),
  /** Id of a collection. */
  collection: z.string().nullable().default(null),
  tag: z.string().nullable().default(null),
  /** Last seen on or after, and on or before, this day (`YYYY-MM-DD`, UTC). */
  seenFrom: z.iso.date().nullable().default(null),
  seenTo: z.iso.date().nullable().default(null),
  /** `unseen`: with a version that came since the person last looked. `posts`: which are a post's own page. */
  only: z.enum(LIBRARY_VIEWS).nullable().default(null),
})
export type LibraryFilter = z.input<typeof libraryFilterSchema>

export const libraryQuerySchema = libraryFilterSchema.extend({
  sort: z.enum(LIBRARY_SORTS).default('seen'),
  descending: z.boolean().default(true),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
})
export type LibraryQuery = z.input<typeof libraryQuerySchema>

export const libraryPageSchema = z.object({ total: z.int(), rows: z.array(libraryRowSchema) })

export const facetsSchema = z.object({
  all: z.int(),
  changed: z.int(),
  unseen: z.int(),
  attemptsOnly: z.int(),
  /** Sources that are a post's own page. */
  ownPosts: z.int(),
  /** Most frequent first. */
  sites: z.array(z.object({ site: z.string(), count: z.int() })),
  tags: z.array(z.object({ tag: z.string(), count: z.int() })),
  collections: z.array(z.object({ id: z.string(), name: z.string(), count: z.int() })),
})
export type Facets = DeepReadonly<z.infer<typeof facetsSchema>>
