import { FolderPlus, GitCompareArrows, Package, RotateCw, Tag, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Facets } from '../../../archive/contract/library.ts'
import { useCommands } from '../../app/commands/registry.ts'
import { comparePlace } from '../../app/places.ts'
import { say, sayError } from '../../app/undo.ts'
import { calls } from '../../client/calls.ts'
import { errorFacts } from '../../client/error.ts'
import { useStatus } from '../../client/live.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { askToExport } from '../export/asked.ts'
import { Picker } from './Picker.tsx'
import type { Asked } from './query.ts'
import { NOTHING } from './selection.ts'
import styles from './SelectionBar.module.css'
import { select } from './session.ts'
import { urlsOf } from './urls-of.ts'
import { useDesk } from './use-desk.ts'

export interface SelectionBarProps {
  readonly asked: Asked
  readonly facets: Facets | undefined
  readonly chosen: ReadonlySet<string>
}

/** What can be done with the chosen sources. */
export function SelectionBar({ asked, facets, chosen }: SelectionBarProps) {
  const { t } = useTranslation(['library', 'exchange'])
  const format = useFormat()
  const desk = useDesk()
  const [, navigate] = useLocation()
  const readOnly = useStatus()?.access === 'read'
  const ids = [...chosen]
  const collections = facets?.collections ?? []
  const here = collections.find(({ id }) => id === asked.collection)

  const compare = async () => {
    try {
      const sources = await Promise.all(ids.map(sourceId => calls.source.get({ sourceId })))
      const [from, to] = sources.map(({ source }) => source.latestSnapshotId)
      if (from && to) return navigate(comparePlace(from, to))
      sayError(t('nothingToCompare'))
    } catch (error) {
      sayError(errorFacts(error).message)
    }
  }
  const captureAgain = async () => {
    try {
      const urls = await urlsOf(asked, chosen)
      if (urls.length === 0) return sayError(t('noAddresses'))
      await calls.jobs.capture({ urls: [...urls] })
      const without = chosen.size - urls.length
      say(
        without === 0
          ? t('capturing', { count: urls.length })
          : t('capturingSome', { count: urls.length, without }),
      )
    } catch (error) {
      sayError(errorFacts(error).message)
    }
  }
  const exportChosen = () =>
    askToExport({
      scope: { sourceIds: ids },
      what: t('exchange:sources', { count: ids.length, number: format.number(ids.length) }),
    })
  useCommands([
    {
      id: 'library.compare-chosen',
      label: t('compareChosen'),
      menu: 'view',
      keys: ['c'],
      enabled: chosen.size === 2,
      run: () => void compare(),
    },
    { id: 'library.export-chosen', label: t('exchange:exportChosen'), menu: 'file', run: exportChosen },
  ])
  return (
    <div className={styles['bar']} role="toolbar" aria-label={t('withSelection')}>
      <span className={styles['count']} role="status">
        {t('chosen', { count: chosen.size, number: format.number(chosen.size) })}
      </span>
      <Picker
        label={t('addToCollection')}
        prompt={t('collectionName')}
        choices={collections}
        isDisabled={readOnly}
        onPick={collection => void desk.collect(collection, ids, true)}
        onCreate={name => void desk.createCollection(name, ids)}
      >
        <FolderPlus aria-hidden="true" />
        {t('collection')}
      </Picker>
      {here && (
        <Button isDisabled={readOnly} onPress={() => void desk.collect(here, ids, false)}>
          {t('takeOut')}
        </Button>
      )}
      <Picker
        label={t('addTag')}
        prompt={t('tagName')}
        choices={(facets?.tags ?? []).map(({ tag }) => ({ id: tag, name: tag }))}
        isDisabled={readOnly}
        onPick={({ name }) => void desk.tag(name, ids, true)}
        onCreate={name => void desk.tag(name, ids, true)}
      >
        <Tag aria-hidden="true" />
        {t('tag')}
      </Picker>
      {asked.tag !== null && (
        <Button isDisabled={readOnly} onPress={() => void desk.tag(asked.tag ?? '', ids, false)}>
          {t('takeTag', { tag: asked.tag })}
        </Button>
      )}
      <Button isDisabled={chosen.size !== 2} onPress={() => void compare()}>
        <GitCompareArrows aria-hidden="true" />
        {t('compare')}
      </Button>
      <Button isDisabled={readOnly} onPress={() => void captureAgain()}>
        <RotateCw aria-hidden="true" />
        {t('captureAgain')}
      </Button>
      <Button onPress={exportChosen}>
        <Package aria-hidden="true" />
        {t('exchange:export')}
      </Button>
      <Button look="quiet" icon aria-label={t('chooseNothing')} onPress={() => select(NOTHING)}>
        <X aria-hidden="true" />
      </Button>
    </div>
  )
}
