import type { ServiceContext } from '../context.ts'
import { os, sent } from '../os.ts'

export const postsHandlers = ({ archive }: ServiceContext) => ({
  list: os.posts.list.handler(async ({ input }) => sent(await archive().library.posts(input))),
})
