import { useTranslation } from 'react-i18next'
import type { CardPost } from './PostCard.tsx'
import styles from './PostState.module.css'
import { Time } from './Time.tsx'

type Span = NonNullable<CardPost['states']>[number]

/** What became of a post: its last known state, since when, and the words or the status that said so. */
export function PostState({ post }: { readonly post: CardPost }) {
  const { t } = useTranslation('words')
  const states = post.states ?? []
  const last = states.at(-1)
  // A snapshot shows the state of its time; the list of all posts shows the last one.
  const told = last?.state === post.state ? last : undefined
  return (
    <div className={styles['state']}>
      <p className={styles['now']}>
        <span className={styles['word']} data-state={post.state}>
          {t(`postState.${post.state}`)}
        </span>
        {told && <When span={told} isFirst={states.length === 1} />}
        <Evidence evidence={post.stateEvidence} />
      </p>
      {states.length > 1 && (
        <details className={styles['history']}>
          <summary>{t('postStates', { count: states.length })}</summary>
          <ol>
            {states.map(span => (
              <li key={span.from}>
                <span className={styles['word']} data-state={span.state}>
                  {t(`postState.${span.state}`)}
                </span>
                <span>
                  <Time at={span.from} />
                  {span.to !== span.from && (
                    <>
                      {' – '}
                      <Time at={span.to} />
                    </>
                  )}
                </span>
                <Evidence evidence={span.evidence} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}

/** "since" where it was otherwise before, "last seen" where nothing else is known. */
function When({ span, isFirst }: { readonly span: Span; readonly isFirst: boolean }) {
  const { t } = useTranslation('words')
  return (
    <span className={styles['soft']}>
      {t(isFirst ? 'postStateSeen' : 'postStateSince')} <Time at={isFirst ? span.to : span.from} />
    </span>
  )
}

function Evidence({ evidence }: { readonly evidence: Span['evidence'] | undefined }) {
  const { t } = useTranslation('words')
  if (!evidence || (evidence.words === null && evidence.status === null)) return null
  return (
    <span className={styles['soft']} title={evidence.where}>
      {evidence.words !== null && <q dir="auto">{evidence.words}</q>}
      {evidence.words !== null && evidence.status !== null && ' · '}
      {evidence.status !== null && t('postStatus', { status: evidence.status })}
    </span>
  )
}
