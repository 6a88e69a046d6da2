import { FileVideo, Image, Link2, Music } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostRow } from '../../archive/contract/results.ts'
import { OutsideLink } from './OutsideLink.tsx'
import styles from './PostCard.module.css'
import { Time } from './Time.tsx'

/** What a card shows of a post: a post of an article and a post of a list are both more than that. */
export type CardPost = Pick<
  PostRow,
  'platform' | 'author' | 'handle' | 'postedAt' | 'text' | 'media' | 'state' | 'url'
>

const MEDIA_ICONS = { image: Image, video: FileVideo, audio: Music, link: Link2 }

export interface PostCardProps {
  readonly post: CardPost
  /** BCP 47, of the page that shows the post, where it is known. */
  readonly language?: string | null
  /** Below the post: who holds it, which versions show it. */
  readonly children?: ReactNode
}

/** A social post as the page showed it. Nothing of it is fetched. */
export function PostCard({ post, language, children }: PostCardProps) {
  const { t } = useTranslation('words')
  const platform = t(`platform.${post.platform}`)
  const who = post.author ?? (post.handle === null ? t('unknownAuthor') : `@${post.handle}`)
  return (
    <article className={styles['card']} data-state={post.state} aria-label={`${platform}: ${who}`}>
      <header className={styles['head']}>
        <span className={styles['platform']}>{platform}</span>
        <strong className={styles['author']} dir="auto">
          {who}
        </strong>
        {post.author !== null && post.handle !== null && (
          <span className={styles['handle']} dir="ltr">
            @{post.handle}
          </span>
        )}
        {post.postedAt !== null && (
          <Time at={post.postedAt} form={post.postedAt.includes('T') ? 'time' : 'day'} />
        )}
      </header>
      {post.text === null || post.text === '' ? (
        <p className={styles['none']}>{t('postWithoutText')}</p>
      ) : (
        <p className={styles['text']} dir="auto" lang={language ?? undefined}>
          {post.text}
        </p>
      )}
      {post.media.length > 0 && (
        <ul className={styles['media']}>
          {post.media.map(({ kind, url, alt }, index) => {
            const Icon = MEDIA_ICONS[kind]
            return (
              <li key={index}>
                <Icon aria-hidden="true" />
                <span>{t(`media.${kind}`)}</span>
                <span className={styles['address']} dir="auto" title={url}>
                  {alt === undefined || alt === '' ? url : alt}
                </span>
              </li>
            )
          })}
        </ul>
      )}
      <footer className={styles['foot']}>
        <span className={styles['state']} data-state={post.state}>
          {t(`postState.${post.state}`)}
        </span>
        {post.url !== null && <OutsideLink href={post.url}>{t('postOriginal')}</OutsideLink>}
      </footer>
      {children}
    </article>
  )
}
