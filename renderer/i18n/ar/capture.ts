import type { Translation } from '../translation.ts'
import type { capture as english } from '../en/capture.ts'

export const capture = {} as const satisfies Translation<typeof english>
