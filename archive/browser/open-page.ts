import type { BrowserPage, CdpSession, OpenPageOptions } from '../ports/browser.ts'

/** A blank page in a context of its own. `session` is the browser's. */
export async function openPage(session: CdpSession, { proxy }: OpenPageOptions): Promise<BrowserPage> {
  const { browserContextId } = await session.send<{ browserContextId: string }>(
    'Target.createBrowserContext',
    {
      disposeOnDetach: true,
      proxyServer: proxy,
      // Without this, loopback addresses would be asked directly.
      proxyBypassList: '<-loopback>',
    },
  )
  const close = async (): Promise<void> => {
    await session.send('Target.disposeBrowserContext', { browserContextId }).catch(() => {})
  }
  try {
    await session.send('Browser.setDownloadBehavior', { behavior: 'deny', browserContextId })
    const { targetId } = await session.send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
      browserContextId,
    })
    const { sessionId } = await session.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    })
    return { session: session.child(sessionId), close }
  } catch (error) {
    await close()
    throw error
  }
}
