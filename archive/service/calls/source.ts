import type { ServiceContext } from '../context.ts'
import { os, sent } from '../os.ts'

export const sourceHandlers = ({ archive }: ServiceContext) => ({
  get: os.source.get.handler(async ({ input }) => sent(await archive().library.source(input.sourceId))),

  marks: os.source.marks.handler(async ({ input }) => ({
    marks: sent(await archive().library.marks(input.sourceId)),
  })),

  posts: os.source.posts.handler(async ({ input }) => ({
    posts: sent(await archive().library.postsOf(input.sourceId)),
  })),

  history: os.source.history.handler(async ({ input, signal }) =>
    sent(await archive().library.history(input.sourceId, signal)),
  ),
})
