import type { Translation } from '../translation.ts'
import type { activity as english } from '../en/activity.ts'

export const activity = {} as const satisfies Translation<typeof english>
