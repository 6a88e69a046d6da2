import type { ServiceContext } from '../context.ts'
import { os, sent } from '../os.ts'

export function deskHandlers({ archive, emit }: ServiceContext) {
  const desk = () => archive().library.desk
  /** Everybody who looks hears of a change once it is on the disk. */
  async function told<T>(change: Promise<T>): Promise<T> {
    const answer = await change
    emit({ type: 'desk' })
    return answer
  }

  return {
    createCollection: os.desk.createCollection.handler(({ input }) => told(desk().createCollection(input))),

    renameCollection: os.desk.renameCollection.handler(({ input }) =>
      told(desk().renameCollection(input.id, input.name)),
    ),

    removeCollection: os.desk.removeCollection.handler(async ({ input }) =>
      sent(await told(desk().removeCollection(input.id))),
    ),

    collect: os.desk.collect.handler(({ input: { id, sourceIds, on } }) =>
      told(desk().collect(id, sourceIds, on)),
    ),

    tag: os.desk.tag.handler(({ input: { tag, sourceIds, on } }) => told(desk().tag(tag, sourceIds, on))),

    seen: os.desk.seen.handler(async ({ input }) => {
      const answer = await desk().see(input.sourceId, input.version)
      if (answer.kept) emit({ type: 'desk' })
      return answer
    }),

    saveNote: os.desk.saveNote.handler(({ input }) => told(desk().saveNote(input))),

    removeNote: os.desk.removeNote.handler(({ input }) => told(desk().removeNote(input.id))),
  }
}
