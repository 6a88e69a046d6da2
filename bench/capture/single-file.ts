import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { findBrowser } from '../../archive/browser/index.ts'

export interface SingleFileRun {
  /** Of the pages that it finished. */
  readonly seconds: number
  readonly pages: number
  /** Pages that it did not finish within 90 seconds, or not at all. */
  readonly unfinished: number
  readonly bytes: number
}

/** The program, installed into `folder` from the npm registry; it is a yardstick only and never a part of Stet. */
export async function installSingleFile(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{"private":true}')
  const { status } = spawnSync('npm', ['install', '--silent', '--no-audit', '--no-fund', 'single-file-cli'], {
    cwd: folder,
    stdio: 'ignore',
  })
  const program = join(folder, 'node_modules/single-file-cli/single-file-node.js')
  if (status !== 0) throw new Error('single-file-cli could not be installed.')
  return program
}

const PAGE_MS = 90_000

/** Debian starts the browser by a script, whose end the other program would wait for in vain. */
function programOf(browser: string): string {
  const inner = join('/usr/lib/chromium', basename(browser))
  return existsSync(inner) ? inner : browser
}

/** Captures pages one after the other, as the program does by itself, with the same browser as Stet. */
export async function singleFileRun(
  program: string,
  urls: readonly string[],
  folder: string,
): Promise<SingleFileRun> {
  const browser = await findBrowser()
  if (browser === null) throw new Error('There is no browser.')
  await mkdir(folder, { recursive: true })
  let [seconds, pages] = [0, 0]
  for (const [i, url] of urls.entries()) {
    const file = join(folder, `${i}.html`)
    const args = [
      program,
      `--browser-executable-path=${programOf(browser)}`,
      '--browser-arg=--no-sandbox',
      '--browser-load-max-time=60000',
      '--browser-capture-max-time=60000',
      url,
      file,
    ]
    const begun = performance.now()
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore', timeout: PAGE_MS })
    if (status !== 0 || !existsSync(file)) continue
    pages++
    seconds += (performance.now() - begun) / 1000
  }
  const files = await readdir(folder)
  const sizes = await Promise.all(files.map(async name => (await stat(join(folder, name))).size))
  return {
    seconds,
    pages,
    unfinished: urls.length - pages,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
  }
}
