import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'

/** An exhibit opened from its file, and every address it asked for. */
export async function shown(
  browser: Browser,
  path: string,
  viewport = { width: 1280, height: 900 },
): Promise<{ readonly page: Page; readonly asked: readonly string[] }> {
  const context = await browser.newContext({ bypassCSP: true, colorScheme: 'light', viewport })
  const page = await context.newPage()
  page.setDefaultTimeout(5_000)
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  await page.goto(pathToFileURL(path).href)
  return { page, asked }
}
