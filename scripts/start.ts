import { parseArgs } from 'node:util'
import { build, isStale, type BuildWhat } from './build.ts'
import { electronBinary, fetchElectron, runDesktop } from './desktop.ts'

// `npm start`: the desktop app, or, where Electron's binary cannot be had, the same app in a browser.

/** How long the binary may take to come: the person waits in front of an empty terminal. */
const FETCH_TIMEOUT_MS = 10_000

const { values: flags } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
    archive: { type: 'string' },
    port: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
  },
})

function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

async function buildIfStale(what: BuildWhat): Promise<void> {
  if (!isStale(what)) return
  console.log('Building the app …')
  await build(what)
}

async function inBrowser(why: string | null): Promise<void> {
  if (why !== null) console.log(`${why} Opening Stet in the browser instead.`)
  await buildIfStale('renderer')
  const { main } = await import('../archive/cli/program.ts')
  process.exitCode = await main([
    ...(flags.archive === undefined ? [] : ['--archive', flags.archive]),
    'serve',
    ...(flags.port === undefined ? [] : ['--port', flags.port]),
    ...(flags['no-open'] ? ['--no-open'] : []),
  ])
}

async function start(): Promise<void> {
  if (flags.browser) return inBrowser(null)
  if (!hasScreen()) return inBrowser('There is no screen for the desktop app here.')
  const binary = electronBinary() ?? (await fetchElectron(FETCH_TIMEOUT_MS))
  if (binary === null) return inBrowser("Electron's program is not installed and could not be fetched.")
  await buildIfStale('desktop')
  const status = await runDesktop(binary, flags.archive ?? null)
  if (status === null) return inBrowser('The desktop app could not be opened here.')
  process.exitCode = status
}

try {
  await start()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
