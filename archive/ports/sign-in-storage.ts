import type { BrowserState, CdpSession } from './browser.ts'

/** Of pages that show a person's sign-in, the world of ours that no script of theirs sees. */
export const SIGN_IN_WORLD = 'stet-sign-in'

/** Shorter than the desktop's main process waits for a window that is being closed. */
const ANSWER_MS = 2_000

/** What comes of it within a moment, or null: a page may be gone or busy. */
export async function answered<T>(work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>(resolve => {
    timer = setTimeout(resolve, ANSWER_MS, null)
  })
  try {
    return await Promise.race([work.catch(() => null), late])
  } finally {
    clearTimeout(timer)
  }
}

type Items = BrowserState['storage'][string]
type StorageKind = 'localStorage' | 'sessionStorage'

/**
 * From now on every new document of a page finds its local storage before its own scripts run, where its origin is one
 * of those given. What the site has written itself since stays.
 */
export async function fillStorage(page: CdpSession, storage: BrowserState['storage']): Promise<void> {
  await Promise.all([
    page.send('Page.enable'),
    page.send('Page.addScriptToEvaluateOnNewDocument', {
      source: fillScript(storage),
      worldName: SIGN_IN_WORLD,
    }),
  ])
}

function fillScript(storage: BrowserState['storage']): string {
  const data = JSON.stringify(JSON.stringify(storage))
  return `try{const s=JSON.parse(${data})[location.origin];if(s)for(const[k,v]of Object.entries(s))if(localStorage.getItem(k)===null)localStorage.setItem(k,v)}catch{}`
}

/** Gives `[origin, items]` of a document; throws where it has no storage. */
const readScript = (kind: StorageKind): string =>
  `[location.origin,Object.fromEntries(Array.from({length:${kind}.length},(_,i)=>${kind}.key(i)).map(k=>[k,${kind}.getItem(k)]))]`

/** What a document stores, with its origin; null where it is no site's. Without a context: the page's own document. */
export async function readStorage(
  page: CdpSession,
  kind: StorageKind,
  { contextId }: { readonly contextId?: number } = {},
): Promise<readonly [origin: string, items: Items] | null> {
  const { result } = await page.send<{ result: { value?: readonly [string, Items] } }>('Runtime.evaluate', {
    expression: readScript(kind),
    ...(contextId === undefined ? {} : { contextId }),
    returnByValue: true,
  })
  return result.value && /^https?:/.test(result.value[0]) ? result.value : null
}

/**
 * Notes in `storage` what the page's own document stores now, if it answers. An origin that never stored anything is
 * not named.
 */
export async function noteStorage(page: CdpSession, storage: Record<string, Items>): Promise<void> {
  const [origin, items] = (await answered(readStorage(page, 'localStorage'))) ?? []
  if (origin === undefined || items === undefined) return
  if (Object.keys(items).length > 0 || origin in storage) storage[origin] = items
}
