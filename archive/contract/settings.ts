import { z } from 'zod'
import type { DeepReadonly } from './deep-readonly.ts'

/** What fetches pages; `auto` takes a browser where there is one. */
export const CAPTURE_ENGINES = ['auto', 'browser', 'http'] as const
export type CaptureEngine = (typeof CAPTURE_ENGINES)[number]

export const MAX_PAGES_AT_ONCE = 16

const MIB = 1024 * 1024

/** What a person can set; kept with the archive. Sizes in bytes, times in milliseconds. */
export const settingsSchema = z.object({
  language: z.enum(['system', 'en', 'ar']).default('system'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** `more`: high contrast. */
  contrast: z.enum(['system', 'normal', 'more']).default('system'),
  reading: z
    .object({
      face: z.enum(['serif', 'sans']).default('serif'),
      /** In CSS pixels. */
      size: z.int().min(14).max(28).default(19),
      /** Length of a line in `ch`. */
      measure: z.int().min(45).max(90).default(66),
      /** Line height, as a factor. */
      leading: z.number().min(1.2).max(2.2).default(1.6),
    })
    .prefault({}),
  capture: z
    .object({
      /** Pages at once; null: as many as their engine can use. */
      concurrency: z.int().min(1).max(MAX_PAGES_AT_ONCE).nullable().default(null),
      timeoutMs: z.int().min(1_000).max(300_000).default(30_000),
      captureTimeoutMs: z.int().min(5_000).max(3_600_000).default(180_000),
      maxPageBytes: z
        .int()
        .min(MIB)
        .max(256 * MIB)
        .default(16 * MIB),
      maxBodyBytes: z
        .int()
        .min(MIB)
        .max(1024 * MIB)
        .default(32 * MIB),
      maxTotalBytes: z
        .int()
        .min(MIB)
        .max(8192 * MIB)
        .default(512 * MIB),
      engine: z.enum(CAPTURE_ENGINES).default('auto'),
      /** Agree to consent notices that cannot be refused. */
      acceptConsent: z.boolean().default(false),
      /** Let pages, redirects and lists lead to private and loopback addresses. */
      allowPrivate: z.boolean().default(false),
      /** Keep a snapshot even when the story is unchanged. */
      keepUnchanged: z.boolean().default(false),
    })
    .prefault({}),
  identity: z
    .object({
      /** What Stet tells servers it is; null is Stet's own. */
      userAgent: z.string().max(400).nullable().default(null),
      acceptLanguage: z.string().max(200).nullable().default(null),
    })
    .prefault({}),
})
export type Settings = DeepReadonly<z.infer<typeof settingsSchema>>

const { language, theme, contrast, reading, capture, identity } = settingsSchema.shape

/** Whole groups at a time: what is left out stays as it is, so nothing here has a default. */
export const settingsChangeSchema = z
  .object({
    language: language.unwrap(),
    theme: theme.unwrap(),
    contrast: contrast.unwrap(),
    reading: reading.unwrap(),
    capture: capture.unwrap(),
    identity: identity.unwrap(),
  })
  .partial()
export type SettingsChange = z.input<typeof settingsChangeSchema>
