import { useTranslation } from 'react-i18next'
import { say } from '../../../app/undo.ts'
import { calls } from '../../../client/calls.ts'
import { telling } from '../telling.ts'

/** Changes of one source's tags and collections, each with its way back. */
export function useArrange(sourceId: string) {
  const { t } = useTranslation('source')
  const sourceIds = [sourceId]
  return {
    tag: (tag: string, on: boolean) =>
      telling(async () => {
        const { sourceIds: changed } = await calls.desk.tag({ tag, sourceIds, on })
        if (changed.length === 0) return
        say(t(on ? 'organise.tagged' : 'organise.untagged', { tag }), () =>
          calls.desk.tag({ tag, sourceIds, on: !on }),
        )
      }),
    collect: (id: string, name: string, on: boolean) =>
      telling(async () => {
        const { sourceIds: changed } = await calls.desk.collect({ id, sourceIds, on })
        if (changed.length === 0) return
        say(t(on ? 'organise.collected' : 'organise.uncollected', { name }), () =>
          calls.desk.collect({ id, sourceIds, on: !on }),
        )
      }),
    collectAnew: (name: string) =>
      telling(async () => {
        const { id } = await calls.desk.createCollection({ name, sourceIds })
        say(t('organise.collected', { name }), () => calls.desk.removeCollection({ id }))
      }),
  }
}
