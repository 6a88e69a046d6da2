import type { ServiceContext } from '../context.ts'
import { os, sent } from '../os.ts'

export const compareHandlers = ({ archive }: ServiceContext) => ({
  pair: os.compare.pair.handler(async ({ input, signal }) =>
    sent(await archive().library.pair(input.from, input.to, signal)),
  ),
  screens: os.compare.screens.handler(async ({ input, signal }) =>
    sent(await archive().library.screens(input.from, input.to, signal)),
  ),
})
