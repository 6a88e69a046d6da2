/**
 * Lifts the posts of the shared pages and writes one line of JSON per page, as `score.mjs --posts` reads it.
 *
 *   node bench/posts/predict.ts OUT.ndjson [--strict]
 *
 * The scorer compares addresses as text, and the truth holds what the page wrote: a bare number, a player's address.
 * So each post is listed under its permalink, its id, and as the page embeds it. `--strict` lists the permalink alone.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { underEveryName } from './names.ts'

const SHARED = process.env['STET_SHARED'] ?? fileURLToPath(new URL('../../../shared', import.meta.url))
const PAGES = join(SHARED, 'bench/posts/html')
/** jsdom keeps memory from page to page, so a process reads only so many. */
const PAGES_PER_PROCESS = 25

async function predict(files: readonly string[], strict: boolean): Promise<void> {
  const { JSDOM, VirtualConsole } = await import('jsdom')
  const { liftPosts } = await import('../../archive/posts/index.ts')
  for (const file of files) {
    const html = gunzipSync(readFileSync(join(PAGES, file))).toString('utf8')
    const dom = new JSDOM(html.replaceAll(/<style[\s\S]*?<\/style>/gi, ''), {
      url: 'https://page.example/story',
      virtualConsole: new VirtualConsole(),
    })
    const found = liftPosts(dom.window.document, 'https://page.example/story')
    const posts = (strict ? found : underEveryName(found)).map(({ platform, url }) => ({
      platform,
      url: url ?? '',
    }))
    const line = { corpus: 'posts', id: file.replace('.html.gz', ''), posts, found }
    process.stdout.write(JSON.stringify(line) + '\n')
    dom.window.close()
  }
}

function main(out: string, strict: boolean): void {
  const files = readdirSync(PAGES).filter(name => name.endsWith('.html.gz'))
  const parts: string[] = []
  for (let at = 0; at < files.length; at += PAGES_PER_PROCESS) {
    const run = spawnSync(
      process.execPath,
      [
        fileURLToPath(import.meta.url),
        '--part',
        ...(strict ? ['--strict'] : []),
        ...files.slice(at, at + PAGES_PER_PROCESS),
      ],
      { maxBuffer: 1 << 28, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    )
    if (run.status !== 0)
      throw new Error(`The part that begins with ${files[at]} ended with status ${run.status}.`)
    parts.push(run.stdout)
  }
  writeFileSync(out, parts.join(''))
}

const flags = process.argv.slice(2)
const strict = flags.includes('--strict')
const rest = flags.filter(flag => !flag.startsWith('--'))
if (flags.includes('--part')) await predict(rest, strict)
else if (rest[0]) main(rest[0], strict)
else {
  console.error('Usage: node bench/posts/predict.ts OUT.ndjson [--strict]')
  process.exitCode = 2
}
