import { Activity, Library, MessageSquareQuote, Settings } from 'lucide-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useJobs } from '../../client/live.ts'
import { PLACES } from '../places.ts'
import styles from './Navigation.module.css'

const ITEMS = [
  { place: PLACES.library, name: 'library', Icon: Library },
  { place: PLACES.posts, name: 'posts', Icon: MessageSquareQuote },
  { place: PLACES.activity, name: 'activity', Icon: Activity },
  { place: PLACES.settings, name: 'settings', Icon: Settings },
] as const satisfies readonly { place: string; name: string; Icon: ComponentType }[]

/** A narrow rail; at the bottom of narrow windows. */
export function Navigation() {
  const { t } = useTranslation('app')
  const [at] = useLocation()
  const running = useJobs().filter(job => job.state === 'running').length
  const here = (place: string) =>
    place === '/' ? at === '/' || at.startsWith('/source') || at.startsWith('/compare') : at.startsWith(place)
  return (
    <nav className={styles['nav']} aria-label={t('navigation')}>
      <span className={styles['mark']} aria-hidden="true">
        stet
      </span>
      <ul>
        {ITEMS.map(({ place, name, Icon }) => (
          <li key={name}>
            <Link href={place} className={styles['item']} aria-current={here(place) ? 'page' : undefined}>
              <Icon aria-hidden="true" />
              <span>{t(name)}</span>
              {name === 'activity' && running > 0 && (
                <span className={styles['badge']}>
                  <span aria-hidden="true">{running}</span>
                  <span className="visually-hidden">{t('running', { count: running })}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
