import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ListedPost } from '../../../archive/contract/source.ts'
import { sourcePlace } from '../../app/places.ts'
import { useSourceName } from '../../ui/source-name.ts'
import styles from './Holders.module.css'

/** So many sources are named at once. */
const NAMED = 3

/** The articles that embed a post. */
export function Holders({ post }: { readonly post: ListedPost }) {
  const { t } = useTranslation('posts')
  const nameOf = useSourceName()
  const [all, setAll] = useState(false)
  const named = all ? post.sources : post.sources.slice(0, NAMED)
  const more = post.sources.length - named.length
  return (
    <p className={styles['holders']}>
      <span>{t('in')} </span>
      {named.map(({ sourceId, title, url }) => (
        // The mark between two names stands outside of them, or it would go where their direction puts it.
        <span key={sourceId}>
          <bdi>
            <Link href={sourcePlace(sourceId, 'posts')} title={url}>
              {nameOf({ title, url })}
            </Link>
          </bdi>
        </span>
      ))}
      {more > 0 && (
        <span>
          <button type="button" className={styles['more']} onClick={() => setAll(true)}>
            {t('more', { count: more })}
          </button>
        </span>
      )}
      <span>
        {post.snapshots.length === 0 ? t('nothingKept') : t('snapshots', { count: post.snapshots.length })}
      </span>
    </p>
  )
}
