import { useTranslation } from 'react-i18next'

interface Named {
  readonly title: string | null
  readonly url: string | null
}

const WEB = /^https?:\/\//i

/** What a source is called: its headline, else its address; a file without either is said to have none. */
export function useSourceName(): (source: Named) => string {
  const { t } = useTranslation('words')
  return ({ title, url }) => title ?? (url !== null && WEB.test(url) ? url.replace(WEB, '') : t('untitled'))
}

/** The host of a web address; null for what came from a file. */
export function hostOf(url: string): string | null {
  return WEB.test(url) ? (URL.parse(url)?.host ?? null) : null
}
