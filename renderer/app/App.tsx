import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Route, Router, Switch, useLocation } from 'wouter'
import { stet } from '../client/calls.ts'
import { useStatus } from '../client/live.ts'
import { Library } from '../features/library/Library.tsx'
import { showAppearance } from './appearance.ts'
import { Fault } from './Fault.tsx'
import { useHashPlace } from './hash-place.ts'
import { PLACES } from './places.ts'
import { Shell } from './shell/Shell.tsx'

// The library is what opens; the rest is read when it is gone to.
const Source = lazy(async () => ({ default: (await import('../features/source/Source.tsx')).Source }))
const Compare = lazy(async () => ({ default: (await import('../features/compare/Compare.tsx')).Compare }))
const Posts = lazy(async () => ({ default: (await import('../features/posts/Posts.tsx')).Posts }))
const Activity = lazy(async () => ({ default: (await import('../features/activity/Activity.tsx')).Activity }))
const Settings = lazy(async () => ({ default: (await import('../features/settings/Settings.tsx')).Settings }))

export function App() {
  return (
    <Router hook={useHashPlace}>
      <InLanguage />
    </Router>
  )
}

function InLanguage() {
  const { i18n } = useTranslation()
  const [, navigate] = useLocation()
  useAppearance()
  return (
    <I18nProvider locale={i18n.language}>
      <RouterProvider navigate={navigate}>
        <Shell>
          <Screens />
        </Shell>
      </RouterProvider>
    </I18nProvider>
  )
}

function Screens() {
  const [place] = useLocation()
  return (
    <Fault key={screenOf(place)}>
      <Suspense fallback={null}>
        <Switch>
          <Route path={PLACES.library} component={Library} />
          <Route path={PLACES.source}>
            {({ sourceId, tab }) => <Source key={sourceId} sourceId={sourceId} tab={tab} />}
          </Route>
          <Route path={PLACES.compare}>{({ from, to }) => <Compare from={from} to={to} />}</Route>
          <Route path={PLACES.posts} component={Posts} />
          <Route path={PLACES.activity} component={Activity} />
          <Route path={PLACES.settings} component={Settings} />
          <Route component={Library} />
        </Switch>
      </Suspense>
    </Fault>
  )
}

/** A fault of one source does not stay when another is opened, and a tab keeps its focus. */
const screenOf = (place: string): string => place.split('/').slice(0, 3).join('/')

/** Theme, contrast and language follow the settings, which come with the archive. */
function useAppearance(): void {
  const open = useStatus()?.state === 'open'
  const { data } = useQuery(stet.settings.get.queryOptions({ enabled: open }))
  useEffect(() => {
    if (data) void showAppearance(data)
  }, [data])
}
