import { useTranslation } from 'react-i18next'
import type { Completeness as Facts } from '../../../../archive/contract/source.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import styles from './EvidenceView.module.css'
import { Part } from './Facts.tsx'

/** How much of what a reader would have seen is there, and what is not. */
export function Completeness({ completeness }: { readonly completeness: Facts }) {
  const { t } = useTranslation('source')
  const format = useFormat()
  const { asked, kept, failed, wordsSeen, wordsKept, share } = completeness
  const isWhole = share === 1 && failed.length === 0
  return (
    <Part title={t('evidence.completeness')}>
      <div className={styles['share']} data-whole={isWhole || undefined}>
        {/* Rounded down: what is not whole must not read as if it were. */}
        <strong>{format.percent(Math.floor(share * 1000) / 1000)}</strong>
        <div>
          <p>
            {asked === 0
              ? t('evidence.askedNothing')
              : t('evidence.askedKept', {
                  count: asked,
                  asked: format.number(asked),
                  kept: format.number(kept),
                })}
          </p>
          <p>
            {wordsSeen === null || wordsKept === null
              ? t('evidence.wordsUnseen')
              : t('evidence.wordsKept', {
                  count: wordsSeen,
                  seen: format.number(wordsSeen),
                  kept: format.number(wordsKept),
                })}
          </p>
        </div>
      </div>
      {failed.length > 0 && (
        <Disclosure title={t('evidence.failed', { count: failed.length })}>
          <ul className={styles['failed']}>
            {failed.map(({ url, reason, cause }) => (
              <li key={url}>
                <bdi dir="ltr">{url}</bdi>
                <span className={styles['soft']}>
                  {/* Why, in the core's own words. */}
                  {t(`evidence.cause.${cause}`)}: <bdi lang="en">{reason}</bdi>
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Part>
  )
}
