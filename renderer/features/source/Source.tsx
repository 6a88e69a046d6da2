import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SourceView } from '../../../archive/contract/source.ts'
import { SOURCE_TABS } from '../../app/places.ts'
import { useCommands } from '../../app/commands/registry.ts'
import { stet } from '../../client/calls.ts'
import { useFormat } from '../../i18n/format.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { SinceLooked } from '../history/SinceLooked.tsx'
import { useSeen } from '../history/use-seen.ts'
import { useChosen } from './chosen.ts'
import { SourceHead } from './head/SourceHead.tsx'
import { Pending } from './Pending.tsx'
import styles from './Source.module.css'
import { Timeline } from './timeline/Timeline.tsx'
import { Unreached } from './Unreached.tsx'
import { View } from './View.tsx'

/** One source: what it is, when it was seen, and the views of the chosen version. */
export function Source({ sourceId, tab }: { readonly sourceId: string; readonly tab: string | undefined }) {
  const query = useQuery(stet.source.get.queryOptions({ input: { sourceId } }))
  return <Pending query={query}>{view => <SourceScreen view={view} tab={tab} />}</Pending>
}

function SourceScreen({ view, tab }: { readonly view: SourceView; readonly tab: string | undefined }) {
  const { t } = useTranslation('source')
  const format = useFormat()
  const chosen = useChosen(view, tab)
  const seen = useSeen(view, chosen.shown, chosen.tab)
  useCommands(
    SOURCE_TABS.map((each, index) => ({
      id: `source.${each}`,
      label: t('goTab', { tab: t(`tab.${each}`) }),
      menu: 'view' as const,
      keys: [String(index + 1)],
      run: () => chosen.goTab(each),
    })),
  )
  const posts = chosen.shown?.posts ?? 0
  const counts = { posts: posts > 0 ? format.number(posts) : undefined }
  return (
    <div className={styles['source']}>
      <SourceHead view={view} shown={chosen.shown} />
      <Timeline view={view} chosen={chosen} />
      <SinceLooked view={view} chosen={chosen} seen={seen} />
      {view.versions.length === 0 ? (
        <Unreached view={view} />
      ) : (
        <Tabs
          label={t('tabsLabel')}
          tabs={SOURCE_TABS.map(id => ({
            id,
            label: t(`tab.${id}`),
            count: id === 'posts' ? counts.posts : undefined,
          }))}
          chosen={chosen.tab}
          onChoose={chosen.goTab}
        >
          {chosen.shown && <View view={view} chosen={chosen} shown={chosen.shown} />}
        </Tabs>
      )}
    </div>
  )
}
