import { FileVideo, Image, Link2, Music } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostRow } from '../../archive/contract/results.ts'
import { OutsideLink } from './OutsideLink.tsx'
import styles from './PostCard.module.css'
import { PostState } from './PostState.tsx'
import { Time } from './Time.tsx'

/** What a card shows of a post: a post of an article and a post of a list are both more than that. */
export type CardPost = Pick<
  PostRow,
  | 'platform'
  | 'author'
  | 'handle'
  | 'postedAt'
  | 'text'
  | 'media'
  | 'state'
  | 'url'
  | 'quote'
  | 'replyTo'
  | 'seen'
  | 'stateEvidence'
> &
  Partial<Pick<PostRow, 'states'>>

type Media = CardPost['media'][number]

const MEDIA_ICONS = { image: Image, video: FileVideo, audio: Music, link: Link2 }

export interface PostCardProps {
  readonly post: CardPost
  /** BCP 47, of the page that shows the post, where it is known. */
  readonly language?: string | null
  /** Shows a picture of the archive; without it pictures are named. */
  readonly picture?: (file: string, alt: string) => ReactNode
  /** Below the post: who holds it, which versions show it. */
  readonly children?: ReactNode
}

/** A social post as the page showed it. Nothing of it is fetched. */
export function PostCard({ post, language, picture, children }: PostCardProps) {
  const { t } = useTranslation('words')
  const platform = t(`platform.${post.platform}`)
  const who = post.author ?? (post.handle === null ? t('unknownAuthor') : `@${post.handle}`)
  const onPlatform = post.seen?.post?.text ?? null
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
      {post.replyTo && <Reference what={t('postAnswers')} post={post.replyTo} />}
      {post.text === null || post.text === '' ? (
        <p className={styles['none']}>{t('postWithoutText')}</p>
      ) : (
        <p className={styles['text']} dir="auto" lang={language ?? undefined}>
          {post.text}
        </p>
      )}
      {post.text !== null && onPlatform !== null && !sameWords(post.text, onPlatform) && (
        <div className={styles['otherwise']}>
          <span>{t('postOnPlatform', { platform })}</span>
          <p dir="auto">{onPlatform}</p>
        </div>
      )}
      {post.quote && <Reference what={t('postQuotes')} post={post.quote} />}
      {post.media.length > 0 && (
        <ul className={styles['media']}>
          {post.media.map((media, index) => (
            <li key={index} data-shown={isShown(media, picture) || undefined}>
              {isShown(media, picture) ? (
                picture!(media.file!, media.alt ?? '')
              ) : (
                <NamedMedia media={media} />
              )}
            </li>
          ))}
        </ul>
      )}
      <footer className={styles['foot']}>
        <PostState post={post} />
        {post.url !== null && <OutsideLink href={post.url}>{t('postOriginal')}</OutsideLink>}
      </footer>
      {children}
    </article>
  )
}

/** Line ends and spaces differ between a page's markup and a frame's. */
function sameWords(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/https:\/\/t\.co\/\w+/g, '')
      .trim()
  return plain(a) === plain(b)
}

function isShown({ kind, file }: Media, picture: PostCardProps['picture']): boolean {
  return kind === 'image' && file !== undefined && picture !== undefined
}

function NamedMedia({ media: { kind, url, alt } }: { readonly media: Media }) {
  const { t } = useTranslation('words')
  const Icon = MEDIA_ICONS[kind]
  return (
    <>
      <Icon aria-hidden="true" />
      <span>{t(`media.${kind}`)}</span>
      <span className={styles['address']} dir="auto" title={url}>
        {alt === undefined || alt === '' ? url : alt}
      </span>
    </>
  )
}

interface ReferenceProps {
  readonly what: string
  readonly post: NonNullable<CardPost['quote']>
}

/** The post that this one quotes or answers, as far as the page told of it. */
function Reference({ what, post }: ReferenceProps) {
  const names = [post.author, post.handle === null ? null : `@${post.handle}`].filter(name => name !== null)
  return (
    <div className={styles['reference']}>
      <p className={styles['who']}>
        <span>{what}</span>
        {names.map(name => (
          <bdi key={name}>{name}</bdi>
        ))}
        {post.postedAt !== null && <Time at={post.postedAt} form="day" />}
      </p>
      {post.text !== null && (
        <p className={styles['quoted']} dir="auto">
          {post.text}
        </p>
      )}
    </div>
  )
}
