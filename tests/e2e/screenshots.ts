/**
 * Pictures of every screen, to be looked at: `node tests/e2e/screenshots.ts [--archive DIR] [--into /tmp/shots]
 * [--only read,compare] [--size 1440] [--language ar]`. An empty archive, the demo's, and one of your own where
 * `--archive` names it (opened for reading). `STET_OUT` names another build than `out/`.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createService } from '../../archive/service/index.ts'
import { startServer } from '../../archive/server/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { handlesOf, type Calls } from '../support/service.ts'
import { archiveFolder } from './archive.ts'
import { ensureBuilt, OUT } from './built.ts'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
  { width: 480, height: 900 },
] as const
const THEMES = ['light', 'dark'] as const

const { values } = parseArgs({
  options: {
    archive: { type: 'string' },
    into: { type: 'string', default: '/tmp/shots' },
    only: { type: 'string' },
    size: { type: 'string' },
    language: { type: 'string', default: 'en' },
  },
})
const sizes = SIZES.filter(({ width }) => values.size === undefined || String(width) === values.size)
const only = values.only?.split(',')

/** Every screen of an archive, by the name its picture gets. */
async function places(calls: Calls): Promise<Record<string, string>> {
  const { rows } = await calls.library.list({ sort: 'versions', limit: 1 })
  const screens: Record<string, string> = {
    library: '/',
    posts: '/posts',
    activity: '/activity',
    settings: '/settings',
  }
  const source = rows[0]
  if (!source) return screens
  const { versions } = await calls.source.get({ sourceId: source.sourceId })
  for (const tab of ['read', 'page', 'compare', 'history', 'posts', 'evidence', 'files']) {
    screens[`source-${tab}`] = `/source/${source.sourceId}/${tab}`
  }
  const [from, to] = [versions[0], versions.at(-1)]
  if (from && to && from !== to) screens['compare'] = `/compare/${from.snapshotId}/${to.snapshotId}`
  return screens
}

async function shoot(state: string, dir: string, access: 'read' | 'write', demo: boolean): Promise<void> {
  const service = await createService({ dir, access })
  const { calls, jobEnd } = handlesOf(service)
  if (demo) await jobEnd(calls.jobs.demo())
  if (access === 'write' && values.language === 'ar') await calls.settings.set({ language: 'ar' })
  const server = await startServer({ service, rendererDir: join(OUT, 'renderer') })
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ reducedMotion: 'reduce' })
    page.on('pageerror', error => console.log(`${state}: ${error.message}`))
    await page.goto(server.url)
    for (const [screen, place] of Object.entries(await places(calls))) {
      if (only && !only.some(name => screen.includes(name))) continue
      await page.evaluate(to => (location.hash = `#${to}`), place)
      for (const size of sizes) {
        await page.setViewportSize(size)
        for (const colorScheme of THEMES) {
          await page.emulateMedia({ colorScheme })
          await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined)
          await page.waitForTimeout(350)
          const name = `${state}-${screen}-${size.width}-${colorScheme}.png`
          await page.screenshot({ path: join(values.into, name) })
        }
      }
    }
  } finally {
    await browser.close()
    await server.close()
    await service.close()
  }
}

await ensureBuilt()
await mkdir(values.into, { recursive: true })
const folder = await archiveFolder()
try {
  await shoot('empty', folder.dir, 'write', false)
  await shoot('demo', folder.dir, 'write', true)
  if (values.archive) await shoot('big', values.archive, 'read', false)
} finally {
  await folder.remove()
}
console.log(`The pictures are in ${values.into}.`)
process.exit(0)
