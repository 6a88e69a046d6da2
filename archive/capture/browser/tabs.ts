import type { Browser, CdpSession } from '../../ports/browser.ts'
import { openTunnel, type Tunnel, type TunnelOptions } from './tunnel.ts'

/** What one page may reach, and who is told of its bytes. */
export type TabUse = Pick<TunnelOptions, 'mayBePrivate' | 'onBytes'>

/** A blank page in a context of its own, and its only way out. */
export interface OpenTab {
  readonly session: CdpSession
  readonly tunnel: Tunnel
  /** Nobody has to wait for it. */
  readonly close: () => void
}

interface BlankTab extends OpenTab {
  /** From now on it is somebody's. Before, it reaches nothing. */
  readonly use: (use: TabUse) => void
}

interface Stock {
  /** Opened while another page was worked on. */
  spare: Promise<BlankTab> | null
  timer: NodeJS.Timeout | null
  taken: number
}

const CONNECT_MS = 10_000
/** A spare tab that nobody wants is closed after so long, in milliseconds. */
const WANTED_WITHIN_MS = 3_000
/** Who captures one page has no use for a spare tab. */
const TAKEN_BEFORE = 2

const stocks = new WeakMap<Browser, Stock>()

function stockOf(browser: Browser): Stock {
  let stock = stocks.get(browser)
  if (!stock) stocks.set(browser, (stock = { spare: null, timer: null, taken: 0 }))
  return stock
}

async function openBlank(browser: Browser): Promise<BlankTab> {
  let used: TabUse = { mayBePrivate: () => false, onBytes: () => {} }
  const tunnel = await openTunnel({
    mayBePrivate: (host, port) => used.mayBePrivate(host, port),
    onBytes: bytes => used.onBytes(bytes),
    connectTimeoutMs: CONNECT_MS,
    lookup: null,
  })
  try {
    const page = await browser.openPage({ proxy: tunnel.url })
    const close = (): void => {
      page.close().catch(() => {})
      void tunnel.close()
    }
    return { session: page.session, tunnel, close, use: use => void (used = use) }
  } catch (error) {
    void tunnel.close()
    throw error
  }
}

/** A tab for one capture: the spare one where there is one. */
export async function takeTab(browser: Browser, use: TabUse): Promise<OpenTab> {
  const stock = stockOf(browser)
  const { spare, timer } = stock
  stock.taken++
  stock.spare = stock.timer = null
  if (timer) clearTimeout(timer)
  const kept = await spare?.catch(() => null)
  const tab = kept ?? (await openBlank(browser))
  tab.use(use)
  return tab
}

/**
 * Opens a tab for the next capture while there is a moment: a process starts for it, and the capture would wait for
 * that.
 */
export function prepareTab(browser: Browser): void {
  const stock = stockOf(browser)
  if (!browser.opensAhead || stock.spare || stock.taken < TAKEN_BEFORE) return
  const spare = openBlank(browser)
  spare.catch(() => {})
  stock.spare = spare
  stock.timer = setTimeout(() => {
    stock.spare = stock.timer = null
    spare.then(
      tab => tab.close(),
      () => {},
    )
  }, WANTED_WITHIN_MS).unref()
}
