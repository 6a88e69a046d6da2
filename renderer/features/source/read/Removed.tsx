import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleView } from '../../../../archive/contract/article.ts'
import styles from './ReadView.module.css'

/** What the cleaner left out of the story, each with the rule that did it. */
export function Removed({ article }: { readonly article: ArticleView }) {
  const { t } = useTranslation('source')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // What it answers (a promise, in some browsers) is no clean-up of an effect.
    heading.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <section className={styles['removed']} aria-labelledby="removed">
      <h3 id="removed" ref={heading}>
        {t('read.removed')}
      </h3>
      <p className={styles['soft']}>
        {t(article.removed.length === 0 ? 'read.removedNone' : 'read.removedWhy')}
      </p>
      <ul>
        {article.removed.map(({ rule, text }, index) => (
          <li key={index}>
            <code dir="ltr">{rule}</code>
            <p dir="auto" lang={article.language ?? undefined}>
              {text}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
