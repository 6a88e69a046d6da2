import { StetError } from '../../archive/errors.ts'
import type { BrowserState, CdpSession, SignInOptions } from '../../archive/ports/browser.ts'
import { readCookies, setCookies } from '../../archive/ports/browser-cookies.ts'
import { answered, fillStorage, noteStorage } from '../../archive/ports/sign-in-storage.ts'
import type { PageSessions } from './page-session.ts'

/** Signing in leads over several sites, and what one holds is read before the next is there. */
const READ_EVERY_MS = 400
/** The page itself went elsewhere, or gave a file instead. */
const ABORTED = 'net::ERR_ABORTED'

/** Resolves when the person closes the window; rejects when it is lost, or `signal` says so. */
function untilLeaving({ root, leaving }: PageSessions, signal: AbortSignal | undefined): Promise<void> {
  const { promise: ended, reject } = Promise.withResolvers<never>()
  const lost = (): void => reject(root.gone.reason as Error)
  const stopped = (): void =>
    reject(
      StetError.from(signal?.reason, 'cancelled', 'Stopped. Nobody was signed in, and nothing was kept.'),
    )
  if (root.gone.aborted) lost()
  if (signal?.aborted) stopped()
  root.gone.addEventListener('abort', lost, { once: true })
  signal?.addEventListener('abort', stopped, { once: true })
  return Promise.race([leaving, ended]).finally(() => {
    root.gone.removeEventListener('abort', lost)
    signal?.removeEventListener('abort', stopped)
  })
}

async function begin(page: CdpSession, { url, state }: SignInOptions): Promise<void> {
  await setCookies(page, state?.cookies ?? [])
  await fillStorage(page, state?.storage ?? {})
  const { errorText } = await page.send<{ errorText?: string }>('Page.navigate', { url })
  if (errorText === undefined || errorText === '' || errorText === ABORTED) return
  throw new StetError(
    'network',
    `${url} could not be shown (${errorText}). Nobody was signed in; check the address and the connection.`,
    { url, reason: 'refused' },
  )
}

/**
 * Leads a person through a sign-in in the window of this page, and reads what signs them in once they close it. See
 * `BrowserSource.signIn`; `network` besides where the address cannot be reached. Cookies are those of all windows
 * that were opened, local storage that of the first one's own documents.
 */
export async function signInOn(page: PageSessions, options: SignInOptions): Promise<BrowserState> {
  const storage = { ...options.state?.storage }
  const read = (): Promise<void> => noteStorage(page.root, storage)
  let timer: NodeJS.Timeout | undefined
  try {
    const left = untilLeaving(page, options.signal)
    await Promise.race([begin(page.root, options), left])
    timer = setInterval(() => void read(), READ_EVERY_MS)
    await left
    const [cookies] = await Promise.all([answered(readCookies(page.root)), read()])
    page.root.gone.throwIfAborted()
    return { cookies: cookies ?? options.state?.cookies ?? [], storage }
  } finally {
    clearInterval(timer)
    await page.close()
  }
}
