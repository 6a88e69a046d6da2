import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { desktop } from '../client/desktop.ts'
import styles from './OutsideLink.module.css'

export interface OutsideLinkProps {
  readonly href: string
  readonly children: ReactNode
  /** Within running text, where a sign would disturb and get into what is copied. */
  readonly plain?: boolean
}

/**
 * A link out of the archive into the live web, opened in the person's browser. Addresses that are not http or
 * https stay words: whoever wrote the page chose them.
 */
export function OutsideLink({ href, children, plain = false }: OutsideLinkProps) {
  const { t } = useTranslation('words')
  if (!/^https?:\/\//i.test(href)) return <span title={href}>{children}</span>
  return (
    <a
      className={styles['link']}
      href={href}
      target="_blank"
      rel="noreferrer"
      title={href}
      onClick={event => {
        if (!desktop) return
        event.preventDefault()
        void desktop.openExternal(href)
      }}
    >
      {children}
      {!plain && (
        <>
          <ExternalLink aria-hidden="true" />
          <span className="visually-hidden"> {t('opensOutside')}</span>
        </>
      )}
    </a>
  )
}
