import { useTranslation } from 'react-i18next'
import type { Note, SourceView } from '../../../../archive/contract/source.ts'
import { Button } from '../../../ui/Button.tsx'
import { useAllowed } from '../use-allowed.ts'
import type { Drafts } from './drafts.ts'
import { NoteCard } from './NoteCard.tsx'
import { NoteForm } from './NoteForm.tsx'
import styles from './Notes.module.css'

export interface WholeNotesProps {
  readonly view: SourceView
  readonly shownId: string
  readonly drafts: Drafts
}

/** Notes that stand beside no paragraph of the shown version: on the whole source, and on its other versions. */
export function WholeNotes({ view, shownId, drafts }: WholeNotesProps) {
  const { t } = useTranslation('source')
  const { canWrite } = useAllowed()
  const { sourceId } = view.source
  const notes = view.notes.filter(({ about, place }) => about !== shownId || !place)
  const isNew = drafts.draft?.id === null && drafts.draft.place === null
  function aboutOf(note: Note): string {
    if (note.about === sourceId) return t('notes.onSource')
    const row = view.versions.find(({ snapshotId }) => snapshotId === note.about)
    return row ? t('notes.onVersion', { version: row.version }) : t('notes.onGone')
  }
  return (
    <section className={styles['whole']} aria-label={t('notes.title')}>
      <h3>{t('notes.title')}</h3>
      {view.notes.length === 0 && !isNew && <p className={styles['soft']}>{t('notes.none')}</p>}
      {notes.map(note => (
        <NoteCard key={note.id} note={note} drafts={drafts} about={aboutOf(note)} />
      ))}
      {isNew && <NoteForm drafts={drafts} />}
      {!isNew && canWrite && (
        <div>
          <Button onPress={() => drafts.begin(sourceId, null)}>{t('notes.addSource')}</Button>
        </div>
      )}
    </section>
  )
}
