import { useTranslation } from 'react-i18next'
import type { Pair } from '../../../../archive/contract/source.ts'
import { hostOf, useSourceName } from '../../../ui/source-name.ts'

/** What two sources are called: their outlets; where that does not tell them apart, their headlines. */
export function useSourceNames({ from, to }: Pair): { readonly from: string; readonly to: string } {
  const titled = useSourceName()
  const { t } = useTranslation('compare')
  const outlet = ({ site, snapshot }: Pair['from']) => site ?? hostOf(snapshot.url) ?? titled(snapshot)
  const ways = [outlet, ({ snapshot }: Pair['from']) => titled(snapshot)]
  for (const way of ways) {
    const names = { from: way(from), to: way(to) }
    if (names.from !== names.to) return names
  }
  return { from: t('sources.first'), to: t('sources.second') }
}
