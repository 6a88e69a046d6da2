import { StetError } from '../../../errors.ts'
import type { Warning } from '../../../model/snapshot.ts'
import type { Browser, BrowserSource, BrowserState } from '../../../ports/browser.ts'
import { browserEngine, TABS_AT_ONCE } from '../engine.ts'
import type { BrowserOptions } from '../options.ts'
import type { PageEngine, ReachedPage } from '../../engine.ts'
import { gatherState, gatherText, gatherTraffic } from '../../redact/gather.ts'
import { HeldBodies } from '../../redact/held-bodies.ts'
import { reachedWithout, saidWithout } from '../../redact/reached.ts'
import { SecretValues } from '../../redact/secret-values.ts'
import { type SignIn, SignedInPage } from './page.ts'

/** A browser whose pages are signed in from their first request on, and tell how they were left. */
function signedInBrowser(browser: Browser, signIn: SignIn, opened: SignedInPage[]): Browser {
  return {
    product: browser.product,
    userAgent: browser.userAgent,
    async openPage(options) {
      const page = await browser.openPage(options)
      try {
        const signedIn = await SignedInPage.enter(page.session, signIn)
        opened.push(signedIn)
        const close = async (): Promise<void> => {
          await signedIn.leave().catch(() => {})
          await page.close()
        }
        return { session: page.session, close }
      } catch (error) {
        await page.close()
        throw error
      }
    },
  }
}

async function statesOf(opened: readonly SignedInPage[]): Promise<readonly BrowserState[]> {
  return (await Promise.all(opened.map(page => page.leave()))).flat()
}

function notRefreshed({ refreshError }: SignedInPage): readonly Warning[] {
  if (refreshError === null) return []
  const message = `The profile could not be brought up to date: ${refreshError.message} If the site changed your sign-in, sign in again.`
  return [{ code: 'profile-not-refreshed', message }]
}

function isBelow(host: string, other: string): boolean {
  return host === other || host.endsWith(`.${other}`)
}

/** A profile of another site signs nobody in here, which looks like a sign-in that has ended. */
function notForSite(states: readonly BrowserState[], url: string): readonly Warning[] {
  const host = new URL(url).hostname
  const [kept] = states
  const cookies = kept?.cookies.some(({ domain }) => isBelow(host, domain.replace(/^\./, '').toLowerCase()))
  const storage = Object.keys(kept?.storage ?? {}).some(origin => URL.parse(origin)?.hostname === host)
  if (kept === undefined || cookies || storage) return []
  const message = `The profile holds nothing for ${host}: the page was shown as to anybody. Choose another profile, or sign in there.`
  return [{ code: 'profile-not-for-site', message }]
}

function failedWithout(values: SecretValues, error: unknown): unknown {
  if (!(error instanceof StetError)) return error
  const { code, message, data } = saidWithout(values.all, error.toJSON())
  // The cause may say more than may be told.
  return new StetError(code, message, data)
}

/**
 * The browser engine with a person's sign-in. What it hands over holds no value of it; the sign-in is handed back as
 * the site left it. Throws what the browser engine throws.
 */
export function signedInEngine(
  source: BrowserSource,
  signIn: SignIn,
  changes: Partial<BrowserOptions> = {},
): PageEngine {
  return {
    atOnce: TABS_AT_ONCE,
    async reach(requestedUrl, options, deps): Promise<ReachedPage> {
      const opened: SignedInPage[] = []
      const values = new SecretValues(requestedUrl)
      const held = new HeldBodies(deps.sink)
      const own: BrowserSource = {
        find: () => source.find(),
        product: () => source.product(),
        signIn: asked => source.signIn(asked),
        close: () => source.close(),
        get: async () => signedInBrowser(await source.get(), signIn, opened),
      }
      try {
        gatherState(values, await signIn.read())
        const reached = await browserEngine(own, changes).reach(requestedUrl, options, {
          ...deps,
          sink: held,
        })
        const [states, resources] = await Promise.all([statesOf(opened), reached.resources()])
        for (const state of states) gatherState(values, state)
        gatherTraffic(values, resources.entries)
        for (const bytes of [...Object.values(reached.files), ...held.bodies]) gatherText(values, bytes)
        const without = await reachedWithout(values.all, reached, resources, held)
        const warnings = [...notForSite(states, without.page.finalUrl), ...opened.flatMap(notRefreshed)]
        return { ...without, warnings: [...without.warnings, ...warnings] }
      } catch (error) {
        const states = await statesOf(opened).catch(() => [])
        for (const state of states) gatherState(values, state)
        throw failedWithout(values, error)
      }
    },
  }
}
