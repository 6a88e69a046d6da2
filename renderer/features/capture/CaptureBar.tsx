import { useQuery } from '@tanstack/react-query'
import { FileUp, Link2, SlidersHorizontal } from 'lucide-react'
import { useId, useState } from 'react'
import { FileTrigger, Label, TextArea, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { sayError } from '../../app/undo.ts'
import { calls, stet } from '../../client/calls.ts'
import { errorFacts } from '../../client/error.ts'
import { useStatus } from '../../client/live.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './CaptureBar.module.css'
import { CaptureOptions, NOTHING_CHOSEN } from './CaptureOptions.tsx'
import { clearDraft, setDraft, useDraft } from './draft.ts'
import { DraftFiles } from './DraftFiles.tsx'
import { DraftWords } from './DraftWords.tsx'
import { CAPTURE_FIELD_ID } from './focus.ts'
import { parseDraft } from './parse-draft.ts'
import { FILE_TYPES, takeFiles } from './take-files.ts'

/** Takes addresses, pasted text or source, and files. */
export function CaptureBar() {
  const { t } = useTranslation('capture')
  const draft = useDraft()
  const readOnly = useStatus()?.access === 'read'
  const [isBusy, setBusy] = useState(false)
  const read = parseDraft(draft.text)
  const [chosen, setChosen] = useState(NOTHING_CHOSEN)
  const [isOpen, setOpen] = useState<boolean | null>(null)
  const optionsId = useId()
  const { data: known } = useQuery(stet.profiles.list.queryOptions())
  const { data: settings } = useQuery(stet.settings.get.queryOptions())
  const profiles = known?.profiles ?? []
  // Who has profiles is asked as soon as there is something to capture; everybody else only where they wish.
  const showsOptions = isOpen ?? (profiles.length > 0 && read.kind === 'urls')

  /** What was taken leaves the bar; what was not stays in it. */
  const start = async (work: () => Promise<unknown>) => {
    setBusy(true)
    try {
      await work()
      clearDraft()
      // The next capture is shown to nobody's eyes but those it is told.
      setChosen(NOTHING_CHOSEN)
      setOpen(null)
    } catch (error) {
      sayError(errorFacts(error).message)
    }
    setBusy(false)
  }
  const capture = (urls: readonly string[], typed: boolean) =>
    void start(() => {
      const { profile } = chosen
      const engine = profile === null ? chosen.engine : 'browser'
      return calls.jobs.capture({ urls: [...urls], typed, engine, profile })
    })
  const take = (files: readonly File[], url: string | null) =>
    void start(() => calls.jobs.import({ files: [...files], url }))
  const submit = () => read.kind === 'urls' && !isBusy && !readOnly && capture(read.urls, true)

  return (
    <section className={styles['capture']} aria-label={t('title')}>
      <form
        className={styles['bar']}
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField
          className={styles['field']}
          value={draft.text}
          onChange={text => setDraft({ text })}
          isDisabled={readOnly}
        >
          <Label className="visually-hidden">{t('field')}</Label>
          <Link2 aria-hidden="true" />
          <TextArea
            id={CAPTURE_FIELD_ID}
            rows={1}
            placeholder={t(readOnly ? 'readOnly' : 'placeholder')}
            spellCheck="false"
            onKeyDown={event => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
              event.preventDefault()
              submit()
            }}
          />
        </TextField>
        <Button type="submit" look="primary" isDisabled={readOnly || isBusy || read.kind !== 'urls'}>
          {read.kind === 'urls' && read.urls.length > 1
            ? t('captureMany', { count: read.urls.length })
            : t('capture')}
        </Button>
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={FILE_TYPES}
          onSelect={files => void takeFiles([...(files ?? [])])}
        >
          <Button isDisabled={readOnly} aria-label={t('chooseFiles')}>
            <FileUp aria-hidden="true" />
            <span className={styles['filesWord']}>{t('files')}</span>
          </Button>
        </FileTrigger>
        <Button
          icon
          isDisabled={readOnly}
          aria-label={t('options')}
          aria-expanded={showsOptions}
          aria-controls={optionsId}
          onPress={() => setOpen(!showsOptions)}
        >
          <SlidersHorizontal aria-hidden="true" />
        </Button>
      </form>
      {showsOptions && (
        <CaptureOptions
          id={optionsId}
          chosen={chosen}
          onChange={setChosen}
          profiles={profiles}
          engine={settings?.capture.engine}
        />
      )}
      {(read.kind === 'text' || read.kind === 'html') && (
        <DraftWords
          text={draft.text}
          read={read}
          isBusy={isBusy || readOnly}
          onCapture={urls => capture(urls, true)}
          onImport={take}
        />
      )}
      {draft.files.length > 0 && (
        <DraftFiles
          files={draft.files}
          listed={draft.listed}
          isBusy={isBusy || readOnly}
          onCapture={urls => capture(urls, false)}
          onImport={take}
        />
      )}
    </section>
  )
}
