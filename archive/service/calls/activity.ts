import type { ServiceContext } from '../context.ts'
import { os, sent } from '../os.ts'

export const activityHandlers = ({ archive }: ServiceContext) => ({
  log: os.activity.log.handler(async ({ input }) => sent(await archive().library.activity(input))),
})
