import type { Translation } from '../translation.ts'
import type { settings as english } from '../en/settings.ts'

export const settings = {} as const satisfies Translation<typeof english>
