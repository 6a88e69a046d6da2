import {
  type Settings,
  type SettingsChange,
  settingsChangeSchema,
  settingsSchema,
} from '../contract/settings.ts'
import type { Archive } from '../index.ts'

/** Where the app's settings lie among the desk's. */
const APP_SETTINGS = 'app'

type GroupName = keyof typeof settingsChangeSchema.shape

/** What was saved, group by group: one that cannot be read takes nothing but itself away. */
function savedGroups(stored: unknown): SettingsChange {
  const groups = typeof stored === 'object' && stored !== null ? Object.entries(stored) : []
  const readable = groups.filter(
    ([name, value]) => settingsChangeSchema.shape[name as GroupName]?.safeParse(value).success,
  )
  return Object.fromEntries(readable)
}

/** What the person has set, with Stet's own where they set nothing, or where this Stet cannot read it. */
export function readSettings({ desk }: Pick<Archive, 'desk'>): Settings {
  return settingsSchema.parse(savedGroups(desk.data.settings[APP_SETTINGS]))
}

/** Saves the groups that are named, durably; the others stay as they are. */
export async function changeSettings(
  archive: Pick<Archive, 'desk'>,
  change: SettingsChange,
): Promise<Settings> {
  await archive.desk.update(desk => {
    const saved = { ...savedGroups(desk.settings[APP_SETTINGS]), ...change }
    return { ...desk, settings: { ...desk.settings, [APP_SETTINGS]: saved } }
  })
  return readSettings(archive)
}
