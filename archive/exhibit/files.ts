import { fragment, h, type Markup } from './markup.ts'
import { headOf, SIDES, type SideKey, tagOf } from './sides.ts'
import type { ExhibitFacts, ExhibitSide } from './types.ts'

/** Where a stored file stands in the exhibit. */
export const fileId = (side: SideKey, path: string): string => `${side}-${path.replace(/[^\w.-]/g, '-')}`

/** Files that a claim may rest on come first and are always shown; all others are folded. */
const MAIN = [
  'article.txt',
  'article.json',
  'snapshot.json',
  'page.html',
  'dom.html',
  'network.har',
  'posts.json',
  'screenshot.png',
].map(name => `data/${name}`)

function table(name: string, side: SideKey, files: ExhibitSide['files']): Markup {
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

function filesOf(facts: ExhibitFacts, side: SideKey): Markup {
  const { files, bag } = facts[side]
  const shown = new Set(facts.pictures.filter(picture => picture.side === side).map(({ sha256 }) => sha256))
  const isMain = ({ path, sha256 }: ExhibitSide['files'][number]) => MAIN.includes(path) || shown.has(sha256)
  const order = (path: string) => (MAIN.includes(path) ? MAIN.indexOf(path) : MAIN.length)
  const main = files.filter(isMain).toSorted((a, b) => order(a.path) - order(b.path))
  const rest = files.filter(file => !isMain(file))
  const tag = tagOf(facts, side)
  return fragment(
    h('h3', {}, headOf(facts, side)),
    h('p', { class: 'folder' }, 'Folder in the archive: ', h('code', {}, bag)),
    table(`${tag}: files that the claims rest on`, side, main),
    rest.length > 0
      ? h(
          'details',
          { class: 'more' },
          h('summary', {}, `All other files: ${rest.length}`),
          table(`${tag}: all other files`, side, rest),
        )
      : null,
  )
}

/** Every stored file of both snapshots with its hash; of one that stands beside itself, once. */
export function storedFiles(facts: ExhibitFacts): Markup {
  const isOne = facts.from.record.snapshotId === facts.to.record.snapshotId
  return fragment((isOne ? SIDES.slice(0, 1) : SIDES).map(side => filesOf(facts, side)))
}
