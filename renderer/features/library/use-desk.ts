import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { say, sayError } from '../../app/undo.ts'
import { calls } from '../../client/calls.ts'
import { errorFacts } from '../../client/error.ts'

/** A collection by its id, and the name it goes by in messages. */
export interface Named {
  readonly id: string
  readonly name: string
}

async function orSay(deed: () => Promise<void>): Promise<void> {
  try {
    await deed()
  } catch (error) {
    sayError(errorFacts(error).message)
  }
}

/** What can be arranged in the library; everything says what it did and can be undone. */
export function useDesk() {
  const { t } = useTranslation('library')
  return useMemo(() => {
    const collect = ({ id, name }: Named, sourceIds: readonly string[], on: boolean) =>
      orSay(async () => {
        const changed = await calls.desk.collect({ id, sourceIds: [...sourceIds], on })
        const count = changed.sourceIds.length
        if (count === 0) return say(t(on ? 'alreadyIn' : 'notIn', { name }))
        say(t(on ? 'collected' : 'uncollected', { count, name }), () =>
          calls.desk.collect({ id, sourceIds: changed.sourceIds, on: !on }),
        )
      })
    const tag = (name: string, sourceIds: readonly string[], on: boolean) =>
      orSay(async () => {
        const changed = await calls.desk.tag({ tag: name, sourceIds: [...sourceIds], on })
        const count = changed.sourceIds.length
        if (count === 0) return say(t(on ? 'alreadyTagged' : 'notTagged', { name }))
        say(t(on ? 'tagged' : 'untagged', { count, name }), () =>
          calls.desk.tag({ tag: name, sourceIds: changed.sourceIds, on: !on }),
        )
      })
    const createCollection = (name: string, sourceIds: readonly string[] = []) =>
      orSay(async () => {
        const { id } = await calls.desk.createCollection({ name, sourceIds: [...sourceIds] })
        say(t('collectionMade', { name }), () => calls.desk.removeCollection({ id }))
      })
    const renameCollection = ({ id, name }: Named, to: string) =>
      orSay(async () => {
        await calls.desk.renameCollection({ id, name: to })
        say(t('collectionRenamed', { name: to }), () => calls.desk.renameCollection({ id, name }))
      })
    const removeCollection = ({ id }: Named) =>
      orSay(async () => {
        const { name, sourceIds } = await calls.desk.removeCollection({ id })
        say(t('collectionRemoved', { name }), () =>
          calls.desk.createCollection({ id, name, sourceIds: [...sourceIds] }),
        )
      })
    return { collect, tag, createCollection, renameCollection, removeCollection }
  }, [t])
}
