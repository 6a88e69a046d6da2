import type { Page } from 'playwright-core'
import type { Calls } from '../support/service.ts'

/** Every screen of an archive that holds the demo's story: its name, and its place after the `#`. */
export async function demoScreens(calls: Calls): Promise<readonly (readonly [string, string])[]> {
  const { rows } = await calls.library.list({ limit: 1 })
  const { sourceId } = rows[0]!
  const { versions } = await calls.source.get({ sourceId })
  const tabs = ['read', 'page', 'compare', 'history', 'posts', 'evidence', 'files']
  return [
    ['Library', '/'],
    ...tabs.map(tab => [`Source, ${tab}`, `/source/${sourceId}/${tab}`] as const),
    ['Compare', `/compare/${versions[0]!.snapshotId}/${versions.at(-1)!.snapshotId}`],
    ['Posts', '/posts'],
    ['Activity', '/activity'],
    ['Settings', '/settings'],
  ]
}

/** Goes to a place of the app and waits until it stands still. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate(to => (location.hash = `#${to}`), place)
  await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
  // Still: nothing of the page changed for a while. What is watched is the document, not the clock.
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        let timer = setTimeout(resolve, 400)
        const watch = new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(resolve, 400)
        })
        watch.observe(document.body, { subtree: true, childList: true, attributes: true })
        setTimeout(resolve, 5_000)
      }),
  )
}
