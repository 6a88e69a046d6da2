import type { Translation } from '../translation.ts'
import type { posts as english } from '../en/posts.ts'

export const posts = {} as const satisfies Translation<typeof english>
