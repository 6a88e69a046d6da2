import type { Translation } from '../translation.ts'
import type { compare as english } from '../en/compare.ts'

export const compare = {} as const satisfies Translation<typeof english>
