import { fragment, h, type Markup } from './markup.ts'
import type { ExhibitFacts, ExhibitSide } from './types.ts'

/** Where a stored file stands in the exhibit. */
export const fileId = (side: 'from' | 'to', path: string): string =>
  `${side}-${path.replace(/[^\w.-]/g, '-')}`

/** Files that a claim may rest on come first and are always shown; all others are folded. */
const MAIN = [
  'article.json',
  'snapshot.json',
  'page.html',
  'dom.html',
  'network.har',
  'posts.json',
  'screenshot.png',
]

function table(name: string, side: 'from' | 'to', files: ExhibitSide['files']): Markup {
  return h(
    'table',
    { class: 'files' },
    h('caption', {}, name),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ['File', 'Bytes', 'SHA-256'].map(head => h('th', { scope: 'col' }, head)),
      ),
    ),
    h(
      'tbody',
      {},
      files.map(({ path, bytes, sha256 }) =>
        h(
          'tr',
          { id: fileId(side, path) },
          h('th', { scope: 'row' }, path),
          h('td', { class: 'number' }, String(bytes)),
          h('td', {}, h('code', {}, sha256)),
        ),
      ),
    ),
  )
}

function filesOf(name: string, side: 'from' | 'to', { files, bag }: ExhibitSide): Markup {
  const isMain = (path: string) => MAIN.some(main => path === `data/${main}`)
  const main = files.filter(({ path }) => isMain(path))
  const rest = files.filter(({ path }) => !isMain(path))
  return fragment(
    h('h3', {}, name),
    h('p', {}, 'Folder in the archive: ', h('code', {}, bag)),
    table(`What the claims rest on (${name.toLowerCase()})`, side, main),
    rest.length > 0
      ? h(
          'details',
          {},
          h('summary', {}, `All other files: ${rest.length}`),
          table(`All other files (${name.toLowerCase()})`, side, rest),
        )
      : null,
  )
}

/** Every stored file of both versions with its hash. */
export function storedFiles({ from, to }: ExhibitFacts): Markup {
  return fragment(filesOf('Older version', 'from', from), filesOf('Newer version', 'to', to))
}
