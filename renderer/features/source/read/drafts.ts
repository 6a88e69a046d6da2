import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '../../../../archive/contract/source.ts'
import { say } from '../../../app/undo.ts'
import { calls } from '../../../client/calls.ts'
import { telling } from '../telling.ts'

/** A note that is being written. */
export interface Draft {
  /** Null for a new one. */
  readonly id: string | null
  readonly about: string
  /** Null for a note on the whole. */
  readonly place: { readonly block: number; readonly quote: string } | null
  readonly text: string
}

/** Writing, changing and deleting notes; one is written at a time. */
/** `onEnd` is told when a note is no longer written, so that the focus can go back to where it was about. */
export function useDrafts(onEnd: (draft: Draft) => void) {
  const { t } = useTranslation('source')
  const [draft, setDraft] = useState<Draft | null>(null)
  function end(): void {
    setDraft(null)
    if (draft) onEnd(draft)
  }
  return {
    draft,
    begin: (about: string, place: Draft['place']) => setDraft({ id: null, about, place, text: '' }),
    edit: ({ id, about, place, text }: Note) => setDraft({ id, about, place: place ?? null, text }),
    leave: end,
    save: (text: string) =>
      telling(async () => {
        if (!draft) return
        const { id, about, place } = draft
        await calls.desk.saveNote({ id, about, text, ...(place ? { place } : {}) })
        end()
      }),
    remove: (note: Note) =>
      telling(async () => {
        const { id, about, text, place } = await calls.desk.removeNote({ id: note.id })
        say(t('notes.removed'), () =>
          calls.desk.saveNote({ id, about, text, ...(place ? { place: { ...place } } : {}) }),
        )
      }),
  }
}
export type Drafts = ReturnType<typeof useDrafts>
