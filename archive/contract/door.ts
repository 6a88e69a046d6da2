import { z } from 'zod'

/** What the browser host tells the app about itself, at `DOOR_PATH`. */
export const doorSchema = z.object({
  kind: z.literal('browser'),
  /** Where archived pages are shown: another origin, with a secret in its path; `<pagesUrl><snapshotId>/`. */
  pagesUrl: z.string(),
})
export type Door = Readonly<z.infer<typeof doorSchema>>

export const DOOR_PATH = '/door.json'
/** Files of the archive's `exports` folder, by their names below this path. */
export const EXPORTS_PATH = '/exports'
/** Calls of the contract are below this path. */
export const CALLS_PATH = '/api'
