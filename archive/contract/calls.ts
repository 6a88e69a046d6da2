import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { PLATFORMS, POST_STATES } from '../model/post.ts'
import {
  captureRequestSchema,
  exportRequestSchema,
  exportScopeSchema,
  importRequestSchema,
  jobSchema,
  reportRequestSchema,
} from './jobs.ts'
import { historySchema } from './history.ts'
import {
  changeMarkSchema,
  facetsSchema,
  libraryFilterSchema,
  libraryPageSchema,
  libraryQuerySchema,
} from './library.ts'
import { cookiesRequestSchema, profileSchema, signInEventSchema, signInRequestSchema } from './profiles.ts'
import { verifyReportSchema } from './results.ts'
import { screensSchema } from './screens.ts'
import { settingsChangeSchema, settingsSchema } from './settings.ts'
import {
  activityLineSchema,
  evidenceSchema,
  listedPostSchema,
  noteSchema,
  pageViewSchema,
  pairSchema,
  readingSchema,
  sourceViewSchema,
} from './source.ts'
import { eventSchema, statusSchema } from './status.ts'

const none = z.void()
const ofSource = z.object({ sourceId: z.string() })
const ofSnapshot = z.object({ snapshotId: z.string() })
const ofJob = z.object({ jobId: z.string() })
const started = z.object({ jobId: z.string() })
const sourceIds = z.array(z.string()).min(1).max(100_000)

/**
 * Every call a face of the app can make, and the stream of events. Calls fail with an error as data: `code`
 * (of `ERROR_CODES`), `message`, `data`. Every host serves this and nothing else.
 */
export const contract = {
  archive: {
    status: oc.output(statusSchema),
    /** Opens the host's archive again, to read beside whoever writes, or to write once it is free. */
    open: oc.input(z.object({ access: z.enum(['read', 'write']) })).output(statusSchema),
    events: oc.output(eventIterator(eventSchema)),
  },

  library: {
    list: oc.input(libraryQuerySchema).output(libraryPageSchema),
    /** Ids of everything a filter lets through, in the order of the list: for "select all". */
    ids: oc
      .input(libraryQuerySchema.omit({ offset: true, limit: true }))
      .output(z.object({ sourceIds: z.array(z.string()) })),
    facets: oc.input(libraryFilterSchema).output(facetsSchema),
    /** What changed last in these sources; null where there is nothing to compare. Slow: ask for what is seen. */
    marks: oc
      .input(z.object({ sourceIds: z.array(z.string()).max(200) }))
      .output(z.object({ marks: z.record(z.string(), changeMarkSchema.nullable()) })),
  },

  source: {
    get: oc.input(ofSource).output(sourceViewSchema),
    /** Every version beside the one before it, oldest first. */
    marks: oc.input(ofSource).output(z.object({ marks: z.array(changeMarkSchema) })),
    posts: oc.input(ofSource).output(z.object({ posts: z.array(listedPostSchema) })),
    /** Every sentence, figure and claim of it through its versions. Slow where there are many versions. */
    history: oc.input(ofSource).output(historySchema),
  },

  snapshot: {
    read: oc.input(ofSnapshot).output(readingSchema),
    evidence: oc.input(ofSnapshot).output(evidenceSchema),
    page: oc.input(ofSnapshot).output(pageViewSchema),
    /** One file of the bag. */
    file: oc.input(ofSnapshot.extend({ path: z.string() })).output(z.file()),
    verify: oc.input(ofSnapshot).output(verifyReportSchema),
    /** Removes it for good; a tombstone with the reason stays. */
    purge: oc.input(ofSnapshot.extend({ reason: z.string() })).output(none),
  },

  compare: {
    /** Two snapshots, of one source or of two. */
    pair: oc.input(z.object({ from: z.string(), to: z.string() })).output(pairSchema),
    /** How the pages looked: their screenshots, aligned and compared. */
    screens: oc.input(z.object({ from: z.string(), to: z.string() })).output(screensSchema),
  },

  posts: {
    list: oc
      .input(
        z.object({
          query: z.string().default(''),
          platform: z.enum(PLATFORMS).nullable().default(null),
          state: z.enum(POST_STATES).nullable().default(null),
          /** Author or handle, exactly. */
          author: z.string().nullable().default(null),
          offset: z.int().min(0).default(0),
          limit: z.int().min(1).max(500).default(100),
        }),
      )
      .output(
        z.object({
          total: z.int(),
          posts: z.array(listedPostSchema),
          platforms: z.array(z.object({ platform: z.enum(PLATFORMS), count: z.int() })),
          states: z.array(z.object({ state: z.enum(POST_STATES), count: z.int() })),
          /** The most frequent 50. */
          authors: z.array(z.object({ author: z.string(), count: z.int() })),
        }),
      ),
  },

  activity: {
    /** The custody log, newest first, from the line before number `before` on. */
    log: oc
      .input(
        z.object({
          before: z.int().nullable().default(null),
          limit: z.int().min(1).max(500).default(100),
          /** Only lines of these types; empty is all. */
          types: z.array(z.string()).default([]),
        }),
      )
      .output(z.object({ lines: z.array(activityLineSchema), more: z.boolean() })),
  },

  jobs: {
    list: oc.output(z.object({ jobs: z.array(jobSchema) })),
    get: oc.input(ofJob).output(jobSchema),
    capture: oc.input(captureRequestSchema).output(started),
    import: oc.input(importRequestSchema).output(started),
    verify: oc.output(started),
    rebuild: oc.output(started),
    /** Captures the five editions of the demo story from a site of our own on loopback. */
    demo: oc.output(started),
    /** Writes a file for other programs into the archive's `exports` folder. */
    export: oc.input(exportRequestSchema).output(started),
    /** Writes what changed between two snapshots as one file that needs nothing else. A PDF needs a browser. */
    exportReport: oc.input(reportRequestSchema).output(started),
    /** How many snapshots an export would have. */
    exportSize: oc.input(z.object({ scope: exportScopeSchema })).output(z.object({ snapshots: z.int() })),
    /** Stops a job; with `input`, only that one of its inputs. What was acknowledged stays. */
    cancel: oc.input(ofJob.extend({ input: z.string().nullable().default(null) })).output(none),
    /** Begins anew what failed or was cancelled in a job. */
    retry: oc.input(ofJob).output(started),
    /** Takes an ended job off the list. */
    dismiss: oc.input(ofJob).output(none),
  },

  desk: {
    /** `id` brings back a collection under the id it had: for undo. */
    createCollection: oc
      .input(
        z.object({
          id: z.string().nullable().default(null),
          name: z.string().trim().min(1).max(200),
          sourceIds: z.array(z.string()).default([]),
        }),
      )
      .output(z.object({ id: z.string() })),
    renameCollection: oc
      .input(z.object({ id: z.string(), name: z.string().trim().min(1).max(200) }))
      .output(none),
    /** Answers with what it held, for undo. */
    removeCollection: oc
      .input(z.object({ id: z.string() }))
      .output(z.object({ name: z.string(), sourceIds: z.array(z.string()) })),
    /** Puts sources into a collection or takes them out; answers with those for which that changed something. */
    collect: oc
      .input(z.object({ id: z.string(), sourceIds, on: z.boolean() }))
      .output(z.object({ sourceIds: z.array(z.string()) })),
    /** Sets or takes a tag; answers with the sources for which that changed something. */
    tag: oc
      .input(z.object({ tag: z.string().trim().min(1).max(100), sourceIds, on: z.boolean() }))
      .output(z.object({ sourceIds: z.array(z.string()) })),
    /**
     * Remembers which version was looked at; `kept` says whether that was news. Reading beside a writer keeps nothing
     * and does not fail.
     */
    seen: oc
      .input(z.object({ sourceId: z.string(), version: z.int().min(1) }))
      .output(z.object({ kept: z.boolean() })),
    /** A new note where `id` is null or unknown (then it is made with that id: for undo), else the note changed. */
    saveNote: oc
      .input(
        z.object({
          id: z.string().nullable().default(null),
          about: z.string(),
          text: z.string().trim().min(1).max(20_000),
          place: noteSchema.shape.place,
        }),
      )
      .output(noteSchema),
    /** Answers with the note as it was, for undo. */
    removeNote: oc.input(z.object({ id: z.string() })).output(noteSchema),
  },

  profiles: {
    /** Names and sites, never what signs anybody in. */
    list: oc.output(z.object({ profiles: z.array(profileSchema) })),
    /** Shows a window in which the person signs in; ends when they close it. Who stops listening closes it. */
    signIn: oc.input(signInRequestSchema).output(eventIterator(signInEventSchema)),
    /** Makes a profile of a file of cookies that another program wrote: `cookies.txt`, or JSON. */
    importCookies: oc.input(cookiesRequestSchema).output(profileSchema),
    remove: oc.input(z.object({ name: z.string() })).output(none),
  },

  settings: {
    get: oc.output(settingsSchema),
    set: oc.input(settingsChangeSchema).output(settingsSchema),
  },
} as const

export type Contract = typeof contract
