import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Evidence, SnapshotRow } from '../../../../archive/contract/source.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { useBlob } from '../blobs.ts'
import { screenshotPlace } from '../page/look.ts'
import styles from './EvidenceView.module.css'
import { Fact, Facts, Part } from './Facts.tsx'

type View = NonNullable<Evidence['record']['view']>

const SCREENSHOT = 'data/screenshot.png'

export interface AsSeenProps {
  readonly view: View
  readonly shown: SnapshotRow
}

/** What the browser showed of the page, and what was done in it before it was saved. */
export function AsSeen({ view, shown }: AsSeenProps) {
  const { t } = useTranslation('source')
  const format = useFormat()
  const { viewport, frames, behaviours, screenshot, userAgent } = view
  const size = ({ width, height }: { readonly width: number; readonly height: number }) =>
    t('page.pixels', { width: format.number(width), height: format.number(height) })
  return (
    <Part title={t('evidence.seen')}>
      <Facts>
        <Fact name={t('evidence.window')}>
          {size(viewport)}
          {viewport.pixelRatio !== 1 && ` × ${format.number(viewport.pixelRatio)}`}
        </Fact>
        <Fact name={t('evidence.frames')}>{format.number(frames)}</Fact>
        <Fact name={t('evidence.userAgent')}>
          <bdi dir="ltr">{userAgent}</bdi>
        </Fact>
        <Fact name={t('evidence.screenshot')}>
          {screenshot === null ? (
            t('evidence.noScreenshot')
          ) : (
            <Thumbnail shown={shown}>
              {screenshot.scale < 1
                ? t('page.scaled', { size: size(screenshot), share: format.percent(screenshot.scale) })
                : size(screenshot)}
            </Thumbnail>
          )}
        </Fact>
      </Facts>
      {behaviours.length > 0 && (
        <Disclosure title={t('evidence.done', { count: behaviours.length })}>
          <ol className={styles['behaviours']}>
            {behaviours.map((behaviour, index) => (
              <Behaviour key={index} {...behaviour} />
            ))}
          </ol>
        </Disclosure>
      )}
    </Part>
  )
}

interface ThumbnailProps {
  readonly shown: SnapshotRow
  /** Its size, in words. */
  readonly children: string
}

function Thumbnail({ shown, children }: ThumbnailProps) {
  const { t } = useTranslation('source')
  const blob = useBlob(shown.snapshotId, SCREENSHOT)
  if (blob.state === 'failed') return t('page.screenshotFailed')
  return (
    <Link className={styles['thumbnail']} href={screenshotPlace(shown.sourceId, shown.snapshotId)}>
      <span className={styles['thumbnailBox']}>
        {blob.state === 'loaded' && <img src={blob.url} alt="" />}
      </span>
      <span>
        {t('evidence.openScreenshot')}
        <span className={styles['soft']}>{children}</span>
      </span>
    </Link>
  )
}

function Behaviour({ name, outcome, ms }: View['behaviours'][number]) {
  const { t, i18n } = useTranslation('source')
  const format = useFormat()
  const known = i18n.exists(`source:evidence.behaviour.${name}`)
  return (
    <li>
      <span>{known ? t(`evidence.behaviour.${name as 'scroll'}`) : name}</span>
      {/* What came of it is in the core's own words. */}
      <bdi lang="en">{outcome}</bdi>
      <span className={styles['soft']}>{t('evidence.seconds', { seconds: format.number(ms / 1000) })}</span>
    </li>
  )
}
