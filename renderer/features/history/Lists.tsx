import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SourceHistory, Thread } from '../../../archive/contract/history.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Chain, type ChainProps } from './Chain.tsx'
import styles from './Lists.module.css'
import { listsOf, stateAt, type ThreadList } from './threads.ts'

export interface ListsProps extends Omit<ChainProps, 'thread'> {
  readonly chosen: number | null
  readonly onChoose: (thread: number) => void
}

/** What changed that is listed; the rest is counted, and marked in the text. */
const LISTED = 20

/** Figures, quotations and claims, each with its whole chain; what never changed is folded away. */
export function Lists(props: ListsProps) {
  const { history } = props
  return listsOf(history).map(list => <List key={list.name} list={list} {...props} />)
}

function List({ list, ...props }: ListsProps & { readonly list: ThreadList }) {
  const { t } = useTranslation('history')
  const title = useId()
  const [isOpen, setOpen] = useState(false)
  const { name, changed, steady } = list
  if (changed.length + steady.length === 0) return null
  return (
    <section className={styles['list']} aria-labelledby={title}>
      <h3 id={title}>{t(`lists.${name}`)}</h3>
      {changed.length === 0 && <p className={styles['none']}>{t('noneChanged')}</p>}
      <ul>
        {changed.slice(0, LISTED).map(thread => (
          <Item key={thread.id} thread={thread} {...props} />
        ))}
      </ul>
      {changed.length > LISTED && (
        <p className={styles['none']}>{t('moreThreads', { count: changed.length - LISTED })}</p>
      )}
      {steady.length > 0 && (
        <Disclosure title={t('steady', { count: steady.length })} isOpen={isOpen} onToggle={setOpen}>
          <ul className={styles['steady']}>
            {steady.map(thread => (
              <Steady key={thread.id} thread={thread} {...props} />
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  )
}

type ItemProps = ListsProps & { readonly thread: Thread }

function Item({ thread, chosen, onChoose, ...props }: ItemProps) {
  const { t } = useTranslation('history')
  const home = homeOf(props.history, thread, props.version)
  const name = thread.kind === 'post' ? thread.label : isClaim(thread) ? t(`claim.${thread.kind}`) : null
  return (
    <li className={styles['item']}>
      {name && <p className={styles['name']}>{name}</p>}
      <Chain thread={thread} {...props} />
      {thread.block === 'headline' && !isClaim(thread) && <p className={styles['home']}>{t('inHeadline')}</p>}
      {home !== null && (
        <button
          type="button"
          className={styles['home']}
          aria-pressed={chosen === thread.id}
          onClick={() => onChoose(thread.id)}
        >
          <bdi className={styles['said']}>{home}</bdi>
        </button>
      )}
    </li>
  )
}

function Steady({ thread, onChoose, history, version }: ItemProps) {
  const { t } = useTranslation('history')
  const text = thread.states.at(-1)!.text
  const isHere = stateAt(thread, version) !== null && thread.sentence !== null
  return (
    <li>
      {isHere ? (
        <button type="button" className={styles['home']} onClick={() => onChoose(thread.id)}>
          <bdi>{text}</bdi> <span className={styles['around']}>{homeOf(history, thread, version)}</span>
        </button>
      ) : (
        <span className={styles['away']}>
          <bdi>{text}</bdi> {stateAt(thread, version) === null && t('notHere')}
        </span>
      )}
    </li>
  )
}

const CLAIMS = ['headline', 'byline', 'outlet', 'published', 'modified'] as const
type Claim = Thread & { readonly kind: (typeof CLAIMS)[number] }
const isClaim = (thread: Thread): thread is Claim => CLAIMS.some(kind => kind === thread.kind)

/** The sentence a figure stands in, as the shown version has it; null where it is not there. */
function homeOf({ threads }: SourceHistory, { sentence }: Thread, version: number): string | null {
  const home = sentence === null ? undefined : threads[sentence]
  return (home && stateAt(home, version)?.text) ?? null
}
