import { type Settings, settingsSchema } from '../contract/settings.ts'
import type { Archive } from '../index.ts'

/** Where the app's settings lie among the desk's. */
export const APP_SETTINGS = 'app'

/** What the person has set, with Stet's own where they set nothing, or where an older Stet cannot read it. */
export function readSettings(archive: Pick<Archive, 'desk'>): Settings {
  const stored = archive.desk.data.settings[APP_SETTINGS] ?? {}
  return settingsSchema.safeParse(stored).data ?? settingsSchema.parse({})
}
