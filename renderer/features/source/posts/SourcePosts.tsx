import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ListedPost, SourceView } from '../../../../archive/contract/source.ts'
import { stet } from '../../../client/calls.ts'
import { useFormat } from '../../../i18n/format.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PostCard } from '../../../ui/PostCard.tsx'
import { picturesOf } from '../../posts/pictures-of.tsx'
import { Pending } from '../Pending.tsx'
import styles from './SourcePosts.module.css'

/** The posts this source embeds or embedded, and which versions show them. */
export function SourcePosts({ view }: { readonly view: SourceView }) {
  const { t } = useTranslation('source')
  const { sourceId } = view.source
  const query = useQuery(stet.source.posts.queryOptions({ input: { sourceId } }))
  return (
    <Pending query={query}>
      {({ posts }) =>
        posts.length === 0 ? (
          <EmptyState title={t('posts.none')}>
            <p>{t('posts.noneText')}</p>
          </EmptyState>
        ) : (
          <ul className={styles['list']}>
            {posts.map(post => (
              <li key={post.key}>
                <PostCard post={post} {...picturesOf(post)}>
                  <Presence post={post} versions={view.versions} />
                </PostCard>
              </li>
            ))}
          </ul>
        )
      }
    </Pending>
  )
}

interface PresenceProps {
  readonly post: ListedPost
  readonly versions: SourceView['versions']
}

/** A strip with a field for each version: filled where the version shows the post. */
function Presence({ post, versions }: PresenceProps) {
  const { t } = useTranslation('source')
  const format = useFormat()
  const holds = new Set(post.snapshots)
  const held = versions.filter(({ snapshotId }) => holds.has(snapshotId))
  const isNow = versions.at(-1) !== undefined && holds.has(versions.at(-1)!.snapshotId)
  const names = format.list(held.map(({ version }) => String(version)))
  return (
    <p className={styles['presence']}>
      <span className={styles['strip']} aria-hidden="true">
        {versions.map(({ snapshotId, version }) => (
          <span
            key={snapshotId}
            data-held={holds.has(snapshotId) || undefined}
            title={t(holds.has(snapshotId) ? 'posts.held' : 'posts.notHeld', { version })}
          />
        ))}
      </span>
      <span>
        {t(held.length === 1 ? 'posts.inOne' : 'posts.in', { versions: names })} ·{' '}
        {t(isNow ? 'posts.newest' : 'posts.gone')}
      </span>
    </p>
  )
}
