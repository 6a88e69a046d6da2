import { Copy, FileCheck2, Link2, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ReportFormat } from '../../../archive/contract/jobs.ts'
import { useCommands } from '../../app/commands/registry.ts'
import { comparePlace } from '../../app/places.ts'
import { say, sayError } from '../../app/undo.ts'
import { calls } from '../../client/calls.ts'
import { errorFacts } from '../../client/error.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/copy.ts'
import { MenuButton } from '../../ui/Menu.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { showExport } from '../export/asked.ts'
import { copyRich } from './clipboard.ts'
import type { Mode } from './mode.ts'
import { placeOfStop } from './place.ts'
import { print } from './print.ts'
import { sayWhat } from './say-what.ts'
import { Steps } from './Steps.tsx'
import styles from './Toolbar.module.css'
import { usePassages } from './use-passages.ts'
import type { ComparisonView, Stop } from './view.ts'

export interface ToolbarProps {
  readonly view: ComparisonView
  readonly mode: Mode
  /** The ways there are for this pair. */
  readonly modes: readonly Mode[]
  readonly onMode: (mode: Mode) => void
  readonly stops: readonly Stop[]
  /** Index of the current stop; -1 before the first. */
  readonly at: number
  readonly onGo: (stop: Stop) => void
  readonly onSwap: () => void
  /** Shows or hides noise; null where there is none. */
  readonly onNoise: (() => void) | null
}

/** How the text is shown, and the way from change to change. */
export function Toolbar(props: ToolbarProps) {
  const { view, mode, modes, onMode, stops, at, onGo, onSwap, onNoise } = props
  const { t } = useTranslation('compare')
  const { t: word } = useTranslation('words')
  const format = useFormat()
  const passages = usePassages(view)
  const go = (step: 1 | -1) => {
    const next = stops[at < 0 ? (step > 0 ? 0 : stops.length - 1) : at + step]
    if (next) onGo(next)
  }
  const copy = async () => ((await copyRich(passages())) ? say(t('copied')) : sayError(t('copyFailed')))
  const stop = stops[at]
  const linkLabel = t(stop ? 'copyLinkChange' : 'copyLink')
  const copyLink = async () => {
    const { from, to } = view.pair.comparison
    const place = comparePlace(from, to, (stop && placeOfStop(stop)) ?? undefined)
    const link = `${location.href.split('#', 1)[0]}#${place}`
    if (await copyText(link)) say(t('linkCopied'))
    else sayError(t('copyFailed'))
  }
  const exhibit = async (as: ReportFormat) => {
    const { from, to } = view.pair.comparison
    try {
      showExport(await calls.jobs.exportReport({ from, to, as }))
    } catch (error) {
      sayError(errorFacts(error).message)
    }
  }
  const hasNext = at < stops.length - 1
  const hasPrevious = at > 0 || (at < 0 && stops.length > 0)
  useCommands([
    {
      id: 'compare.next',
      label: t('next'),
      menu: 'go',
      keys: ['n', 'j'],
      enabled: hasNext,
      run: () => go(1),
    },
    {
      id: 'compare.previous',
      label: t('previous'),
      menu: 'go',
      keys: ['p', 'k'],
      enabled: hasPrevious,
      run: () => go(-1),
    },
    ...modes.map(each => ({
      id: `compare.view.${each}`,
      label: t(`views.${each}`),
      menu: 'view' as const,
      run: () => onMode(each),
    })),
    // The digits are the tabs of a source, where a comparison can stand too.
    {
      id: 'compare.view',
      label: t('nextView'),
      menu: 'view',
      keys: ['m'],
      run: () => onMode(modes[(modes.indexOf(mode) + 1) % modes.length]!),
    },
    { id: 'compare.swap', label: t('swap'), menu: 'view', keys: ['s'], run: onSwap },
    {
      id: 'compare.noise',
      label: t('showNoise'),
      menu: 'view',
      keys: ['z'],
      enabled: onNoise !== null,
      run: () => onNoise?.(),
    },
    { id: 'compare.copyLink', label: linkLabel, menu: 'edit', keys: ['l'], run: () => void copyLink() },
    { id: 'compare.copy', label: t('copy'), menu: 'edit', keys: ['mod+shift+c'], run: () => void copy() },
    {
      id: 'compare.exhibit',
      label: t('exhibitHtml'),
      menu: 'file',
      keys: ['e'],
      run: () => void exhibit('html'),
    },
    { id: 'compare.exhibit-pdf', label: t('exhibitPdf'), menu: 'file', run: () => void exhibit('pdf') },
    { id: 'compare.print', label: t('print'), menu: 'file', keys: ['mod+p'], run: print },
  ])

  const of = format.number(stops.length)
  const where =
    stops.length === 0
      ? t('noPlace')
      : stop
        ? t('at', { at: format.number(at + 1), of })
        : t('changes', { count: stops.length })
  return (
    <div className={styles['bar']}>
      <h2 id="compared-text" className="visually-hidden">
        {t('text')}
      </h2>
      <Segmented
        label={t('view')}
        choices={modes.map(value => ({ value, label: t(`views.${value}`) }))}
        value={mode}
        onChange={onMode}
      />
      {mode !== 'screens' && mode !== 'shared' && (
        <Steps hasPrevious={hasPrevious} hasNext={hasNext} onStep={go}>
          <span className={styles['at']}>{where}</span>
        </Steps>
      )}
      <div className={styles['deeds']}>
        <Button look="quiet" icon aria-label={t('copy')} onPress={() => void copy()}>
          <Copy aria-hidden="true" />
        </Button>
        <Button look="quiet" icon aria-label={linkLabel} onPress={() => void copyLink()}>
          <Link2 aria-hidden="true" />
        </Button>
        <MenuButton
          look="quiet"
          icon
          label={t('exhibit')}
          entries={[
            { id: 'html', label: t('exhibitHtml'), run: () => void exhibit('html') },
            { id: 'pdf', label: t('exhibitPdf'), run: () => void exhibit('pdf') },
          ]}
        >
          <FileCheck2 aria-hidden="true" />
        </MenuButton>
        <Button look="quiet" icon aria-label={t('print')} onPress={print}>
          <Printer aria-hidden="true" />
        </Button>
      </div>
      <span className="visually-hidden" role="status">
        {stop && t('announce', { at: format.number(at + 1), of, what: sayWhat(stop, view, t, word) })}
      </span>
    </div>
  )
}
