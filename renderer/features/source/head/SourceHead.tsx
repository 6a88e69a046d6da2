import { useTranslation } from 'react-i18next'
import type { SnapshotRow, SourceView } from '../../../../archive/contract/source.ts'
import { useCommands } from '../../../app/commands/registry.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { OutsideLink } from '../../../ui/OutsideLink.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { Time } from '../../../ui/Time.tsx'
import { Actions } from './Actions.tsx'
import { useCaptureAgain } from './capture-again.ts'
import { Labels } from './Labels.tsx'
import styles from './SourceHead.module.css'

export interface SourceHeadProps {
  readonly view: SourceView
  readonly shown: SnapshotRow | null
}

/** What the source is, where it lives, when it was seen, and what can be done with it. */
export function SourceHead({ view, shown }: SourceHeadProps) {
  const { t } = useTranslation(['source', 'words'])
  const format = useFormat()
  const again = useCaptureAgain(view)
  const { source } = view
  useCommands([
    {
      id: 'source.capture',
      label: t('head.captureAgain'),
      menu: 'file',
      keys: ['mod+r', 'r'],
      enabled: again.isAllowed,
      run: () => again.start(),
    },
  ])
  const counts = [
    ...(source.versions > 0 ? [t('words:versions', { count: source.versions })] : []),
    ...(source.checks > 0 ? [t('head.checks', { count: source.checks })] : []),
    ...(source.attempts > 0 ? [t('head.attempts', { count: source.attempts })] : []),
  ]
  const step = again.running && t('head.capturing', { step: t(`head.step.${again.running.step}`) })
  return (
    <header className={styles['head']}>
      <div className={styles['words']}>
        <p className={styles['where']}>
          {source.site !== null && (
            <strong className={styles['site']} dir="auto">
              {source.site}
            </strong>
          )}
          {source.kind === 'post' && <Badge>{t('words:postSource')}</Badge>}
          {again.url === null ? (
            <span>{t('head.imported')}</span>
          ) : (
            <span className={styles['address']}>
              <OutsideLink href={source.url}>
                <bdi dir="ltr">{source.url.replace(/^https?:\/\//, '')}</bdi>
              </OutsideLink>
              <CopyButton text={source.url} what={t('head.copyAddress')} />
            </span>
          )}
        </p>
        <h1>
          <bdi>{shown?.title ?? source.title ?? t('words:untitled')}</bdi>
        </h1>
        <div className={styles['facts']}>
          {source.firstSeen !== null && (
            <span>
              {t('head.firstSeen')} <Time at={source.firstSeen} form="day" />
            </span>
          )}
          {source.lastSeen !== null && (
            <span>
              {t('head.lastSeen')} <Time at={source.lastSeen} form="ago" />
            </span>
          )}
          <span>{format.list(counts)}</span>
          {source.failing && (
            <span className={styles['failing']}>{t(`words:reason.${source.failing.reason}`)}</span>
          )}
          <Labels source={source} />
        </div>
      </div>
      <div className={styles['actions']}>
        {again.url !== null && (
          <Button isDisabled={!again.isAllowed} onPress={() => again.start()}>
            {t('head.captureAgain')}
          </Button>
        )}
        {shown && <Actions shown={shown} again={again} />}
        <div className={styles['progress']} role="status">
          {step && (
            <>
              <Progress label={step} share={null} />
              <span>{step}</span>
            </>
          )}
        </div>
      </div>
    </header>
  )
}
