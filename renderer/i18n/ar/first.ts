import type { Translation } from '../translation.ts'
import type { first as english } from '../en/first.ts'

export const first = {} as const satisfies Translation<typeof english>
