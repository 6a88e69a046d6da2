import type { ServiceContext } from '../context.ts'
import { os, sent } from '../os.ts'
import { changeSettings, readSettings } from '../settings.ts'

export const settingsHandlers = ({ archive, emit }: ServiceContext) => ({
  get: os.settings.get.handler(() => sent(readSettings(archive()))),

  set: os.settings.set.handler(async ({ input }) => {
    const settings = await changeSettings(archive(), input)
    emit({ type: 'desk' })
    return sent(settings)
  }),
})
