import type { Translation } from '../translation.ts'
import type { library as english } from '../en/library.ts'

export const library = {} as const satisfies Translation<typeof english>
