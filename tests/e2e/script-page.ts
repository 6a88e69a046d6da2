import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { expect } from 'vitest'

export const FINISHED = 'Ferry timetable redrawn after the storm'
export const PARAGRAPHS = [
  'The first boat now leaves at ten past six, twenty minutes earlier than the harbour office had promised in March.',
  'Three crossings were struck from the winter list, and the operator says that nobody asked for them to come back.',
  'A new pontoon is to be moored at the east pier before Easter, if the divers find the old chains where they were.',
]

/** A page that has no words but those its script writes; while it stands it does what a capture must survive. */
export const page = (title: string, extra: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><main></main><script>
const main = document.querySelector('main')
const add = (name, text) => main.append(Object.assign(document.createElement(name), { textContent: text }))
add('h1', ${JSON.stringify(title)})
for (const text of ${JSON.stringify(PARAGRAPHS)}) add('p', text)
add('p', 'This page is read with ' + navigator.userAgent + ' at the moment, and that is all there is to it.')
${extra}
</script></body></html>`

/** The `data` folder of the snapshot that has a headline. */
export async function bagOf(dir: string, headline: string): Promise<string> {
  for (const file of globSync('snapshots/*/*/*/data/article.json', { cwd: dir })) {
    if ((await readFile(join(dir, file), 'utf8')).includes(headline)) return join(dir, file, '..')
  }
  throw new Error(`No snapshot has the headline ${headline}.`)
}

export async function jsonOf(bag: string, name: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(bag, name), 'utf8')) as Record<string, unknown>
}

/** What a page that only a script finishes leaves behind, in whichever Chromium. */
export async function expectWholePage(bag: string): Promise<void> {
  const text = await readFile(join(bag, 'article.txt'), 'utf8')
  for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph)
  expect(await readFile(join(bag, 'page.html'), 'utf8')).not.toContain('<p>')
  expect(await readFile(join(bag, 'dom.html'), 'utf8')).toContain(`<p>${PARAGRAPHS[0]!}</p>`)
  const picture = PNG.sync.read(await readFile(join(bag, 'screenshot.png')))
  expect([picture.width, picture.height]).toEqual([1280, 800])
  expect(new Set(picture.data).size).toBeGreaterThan(10)
}

/** The page was read by a browser that called itself Chrome, and the snapshot names it. */
export async function expectChrome(bag: string): Promise<void> {
  const text = await readFile(join(bag, 'article.txt'), 'utf8')
  expect(text).toMatch(/Chrome\/\d+\.0\.0\.0 Safari/)
  expect(text).not.toMatch(/Electron|Stet/)
  const { engine } = await jsonOf(bag, 'snapshot.json')
  expect(engine).toEqual({
    name: 'browser',
    version: expect.stringMatching(/^Chrome\/\d+\.\d+\.\d+\.\d+$/),
  })
}
