import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { MessageSquarePlus } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reading, SnapshotRow, SourceView } from '../../../../archive/contract/source.ts'
import { useCommands } from '../../../app/commands/registry.ts'
import { stet } from '../../../client/calls.ts'
import { Button } from '../../../ui/Button.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { Pending } from '../Pending.tsx'
import { useAllowed } from '../use-allowed.ts'
import { Article } from './Article.tsx'
import { useDrafts } from './drafts.ts'
import { useTidyMargin } from './margin.ts'
import { NoteCard } from './NoteCard.tsx'
import { NoteForm } from './NoteForm.tsx'
import notesStyles from './Notes.module.css'
import styles from './ReadView.module.css'
import { Removed } from './Removed.tsx'
import { focusBlock, moveBlock, placeInArticle } from './selection.ts'
import { Typography } from './Typography.tsx'
import { WholeNotes } from './WholeNotes.tsx'

export interface ReadViewProps {
  readonly view: SourceView
  readonly shown: SnapshotRow
  /** The bar with the versions, and tools at its end. */
  readonly bar: (tools: ReactNode) => ReactNode
}

/** The article of the shown version, for reading, with the person's notes beside it. */
export function ReadView({ view, shown, bar }: ReadViewProps) {
  const query = useQuery(
    stet.snapshot.read.queryOptions({
      input: { snapshotId: shown.snapshotId },
      placeholderData: keepPreviousData,
    }),
  )
  return <Pending query={query}>{reading => <Sheet view={view} reading={reading} bar={bar} />}</Pending>
}

function Sheet({ view, reading, bar }: Omit<ReadViewProps, 'shown'> & { readonly reading: Reading }) {
  const { t } = useTranslation('source')
  const { canWrite } = useAllowed()
  const settings = useQuery(stet.settings.get.queryOptions())
  const [showsRemoved, setShowsRemoved] = useState(false)
  const article = useRef<HTMLElement>(null)
  const drafts = useDrafts(({ place }) => place && focusBlock(article.current, place.block))
  const { snapshotId } = reading.snapshot
  const { draft } = drafts
  const here = view.notes.filter(({ about, place }) => about === snapshotId && place)
  useTidyMargin(article, '[data-margin]')

  function begin(): void {
    const place = placeInArticle(article.current)
    drafts.begin(place ? snapshotId : view.source.sourceId, place)
  }
  useCommands([
    {
      id: 'source.note',
      label: t('notes.add'),
      menu: 'edit',
      keys: ['n'],
      enabled: canWrite,
      run: begin,
    },
    {
      id: 'source.next-block',
      label: t('read.nextBlock'),
      menu: 'go',
      keys: ['j'],
      quiet: true,
      run: () => moveBlock(article.current, 1),
    },
    {
      id: 'source.previous-block',
      label: t('read.previousBlock'),
      menu: 'go',
      keys: ['k'],
      quiet: true,
      run: () => moveBlock(article.current, -1),
    },
  ])

  function margin(block: number) {
    const notes = here.filter(({ place }) => place?.block === block)
    const isNew = draft?.id === null && draft.about === snapshotId && draft.place?.block === block
    const isEmpty = notes.length === 0 && !isNew
    return (
      <>
        {!isEmpty && (
          <div className={notesStyles['margin']} data-margin>
            {notes.map(note => (
              <NoteCard key={note.id} note={note} drafts={drafts} />
            ))}
            {isNew && <NoteForm drafts={drafts} />}
          </div>
        )}
        {isEmpty && canWrite && (
          // Reached by the keyboard as J, K and N: one stop for each paragraph would be too many.
          <div className={notesStyles['add']}>
            <Button
              look="quiet"
              icon
              excludeFromTabOrder
              preventFocusOnPress
              aria-label={t('notes.addHere')}
              onPress={() => {
                const place = placeInArticle(article.current)
                drafts.begin(snapshotId, place?.block === block ? place : { block, quote: '' })
              }}
            >
              <MessageSquarePlus aria-hidden="true" />
            </Button>
          </div>
        )}
      </>
    )
  }
  // They came with the archive: as a rule before anything is opened.
  if (!settings.data) return null
  const typography = settings.data.reading
  return (
    <>
      {bar(
        <>
          <Switch isSelected={showsRemoved} onChange={setShowsRemoved}>
            {t('read.removed')}
          </Switch>
          <Typography reading={typography} />
        </>,
      )}
      <div className={styles['container']}>
        <div className={styles['sheet']}>
          <div className={styles['column']}>
            <Article
              reading={reading}
              typography={typography}
              notes={here}
              articleRef={article}
              margin={margin}
            />
            {showsRemoved && <Removed article={reading.article} />}
            <WholeNotes view={view} shownId={snapshotId} drafts={drafts} />
          </div>
        </div>
      </div>
    </>
  )
}
