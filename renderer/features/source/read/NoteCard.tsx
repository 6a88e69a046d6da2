import { Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Note } from '../../../../archive/contract/source.ts'
import { Button } from '../../../ui/Button.tsx'
import { Time } from '../../../ui/Time.tsx'
import { useAllowed } from '../use-allowed.ts'
import type { Drafts } from './drafts.ts'
import { NoteForm } from './NoteForm.tsx'
import styles from './Notes.module.css'

export interface NoteCardProps {
  readonly note: Note
  readonly drafts: Drafts
  /** What the note is about, where that is not to be seen beside it. */
  readonly about?: string
}

export function NoteCard({ note, drafts, about }: NoteCardProps) {
  const { t } = useTranslation('source')
  const { canWrite } = useAllowed()
  if (drafts.draft?.id === note.id) return <NoteForm drafts={drafts} />
  return (
    <div className={styles['note']} role="note">
      {about !== undefined && <p className={styles['soft']}>{about}</p>}
      {note.place && note.place.quote !== '' && (
        <p className={styles['quote']} dir="auto">
          {note.place.quote}
        </p>
      )}
      <p className={styles['text']} dir="auto">
        {note.text}
      </p>
      <div className={styles['foot']}>
        <span className={styles['soft']}>
          <Time at={note.created} form="ago" />
          {note.changed !== note.created && <> · {t('notes.changed')}</>}
        </span>
        {canWrite && (
          <>
            <Button look="quiet" icon aria-label={t('notes.edit')} onPress={() => drafts.edit(note)}>
              <Pencil aria-hidden="true" />
            </Button>
            <Button look="quiet" icon aria-label={t('notes.remove')} onPress={() => void drafts.remove(note)}>
              <Trash2 aria-hidden="true" />
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
