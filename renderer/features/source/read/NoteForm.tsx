import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { Drafts } from './drafts.ts'
import styles from './Notes.module.css'

/** Writes a note, or changes one. */
export function NoteForm({ drafts }: { readonly drafts: Drafts }) {
  const { t } = useTranslation('source')
  const [text, setText] = useState(drafts.draft?.text ?? '')
  const quote = drafts.draft?.place?.quote ?? ''
  const isEmpty = text.trim() === ''
  const save = () => void (isEmpty || drafts.save(text.trim()))
  return (
    <form
      className={styles['note']}
      data-draft
      onSubmit={event => {
        event.preventDefault()
        save()
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') drafts.leave()
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      {quote !== '' && (
        <p className={styles['quote']} dir="auto">
          {t('notes.about', { quote })}
        </p>
      )}
      <TextField
        aria-label={t('notes.label')}
        placeholder={t('notes.placeholder')}
        value={text}
        onChange={setText}
        maxLength={20_000}
        rows={3}
        autoFocus
      />
      <div className={styles['buttons']}>
        <span className={styles['soft']}>{t('notes.keys')}</span>
        <Button look="quiet" onPress={drafts.leave}>
          {t('cancel', { ns: 'app' })}
        </Button>
        <Button type="submit" isDisabled={isEmpty}>
          {t('notes.save')}
        </Button>
      </div>
    </form>
  )
}
