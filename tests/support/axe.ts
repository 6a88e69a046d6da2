import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** Path of axe, to be added to a page before `violations`. */
export const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly help: string
    readonly nodes: readonly { readonly target: readonly string[] }[]
  }[]
}

/** What axe finds on the page as it is now. */
export async function violations(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } }
    // The archived page is a stranger's; everything around it is ours.
    return axe.run({ iframes: false, resultTypes: ['violations'] })
  })
  return found.violations.map(
    ({ id, help, nodes }) => `${id} (${help}) at ${nodes.map(node => node.target.join(' ')).join(' | ')}`,
  )
}
