import type { Translation } from '../translation.ts'
import type { source as english } from '../en/source.ts'

export const source = {} as const satisfies Translation<typeof english>
