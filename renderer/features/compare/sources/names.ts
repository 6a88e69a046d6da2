import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Pair } from '../../../../archive/contract/source.ts'
import { COUNTED_THING_NAMES } from '../../../../archive/contract/two-sources.ts'
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

/** What is counted: a thing the tool has a word for, else the word both texts have. */
export function aboutWords(about: string, t: TFunction<'compare'>): string {
  const thing = COUNTED_THING_NAMES.find(name => name === about)
  return thing ? t(`sources.thing.${thing}`) : about
}
