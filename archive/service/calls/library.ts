import type { ServiceContext } from '../context.ts'
import { os, sent } from '../os.ts'

export const libraryHandlers = ({ archive }: ServiceContext) => ({
  list: os.library.list.handler(async ({ input }) => sent(await archive().library.sources.list(input))),

  ids: os.library.ids.handler(async ({ input }) => ({
    sourceIds: await archive().library.sources.ids(input),
  })),

  facets: os.library.facets.handler(async ({ input }) => sent(await archive().library.sources.facets(input))),

  marks: os.library.marks.handler(async ({ input }) => ({
    marks: sent(await archive().library.lastMarks(input.sourceIds)),
  })),
})
