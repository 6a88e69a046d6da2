import { expect, test } from 'vitest'
import { historyOfSourceSchema } from '../../archive/contract/history.ts'
import { historyInWords } from '../../archive/cli/words/history.ts'
import { historyOf, type Told, telling } from '../compare/history/tell.ts'
import { open } from '../store/helpers.ts'
import { quickDir, STORY, tell, withWords } from '../library/stories.ts'
import { stet } from '../support/stet.ts'

const SOURCE = { sourceId: 's1', url: STORY, title: 'Old bridge', site: 'The Quay Courier' }
const FILLER = [
  'The harbour master closed the northern quay at dawn and sent the pilots home.',
  'Two ferries waited outside the breakwater until the wind had turned to the west.',
]

const words = (...versions: Told[]) =>
  historyInWords({ source: SOURCE, ...historyOf(...versions), omitted: 0, unreadable: [] })

test('the command tells versions, and a figure with its whole chain', async () => {
  const dir = await quickDir()
  const store = await open(dir)
  for (const [at, people] of ['4,000', '5,000', '5,500'].entries()) {
    const article = withWords(`The bridge carries ${people} people a day.`)
    await tell(store, { version: at + 1, at: `2026-03-0${at + 2}T09:00:00.000Z`, article })
  }
  await store.close()
  const said = await stet(['--archive', dir, 'history', STORY])
  expect(said.stdout).toContain('3 versions, 2026-03-02 09:00:00 UTC to 2026-03-04 09:00:00 UTC')
  expect(said.stdout).toContain(
    '- 4,000 → 5,000 (version 2, 2026-03-03 09:00) → 5,500 (version 3, 2026-03-04 09:00)',
  )
  const json = await stet(['--archive', dir, '--json', 'history', STORY, '--since', '2'])
  const history = historyOfSourceSchema.parse(json.json())
  expect(history.versions.map(({ version }) => version)).toEqual([2, 3])
  const wrong = await stet(['--archive', dir, 'history', STORY, '--since', 'tuesday'])
  expect(wrong).toMatchObject({ status: 2, stdout: '' })
  expect(wrong.stderr).toContain('"tuesday" is no version and no time')
})

test('what was changed oftenest comes first', () => {
  const told = words(
    telling('The storm hurt 3 people. It felled 20 trees.', ...FILLER),
    telling('The storm hurt 4 people. It felled 21 trees.', ...FILLER),
    telling('The storm hurt 5 people. It felled 21 trees.', ...FILLER),
  )
  expect(told.indexOf('3 → 4')).toBeGreaterThan(0)
  expect(told.indexOf('3 → 4')).toBeLessThan(told.indexOf('20 → 21'))
})

test('a sentence that went and came back is told once, not again by each figure in it', () => {
  const said = 'The crossing was added in 1998, after nine days without a boat.'
  const told = words(telling(...FILLER, said), telling(...FILLER), telling(...FILLER, said))
  expect(told).toContain('Gone and back')
  expect(told).toContain(`${said} → gone (version 2, 2026-11-24 11:12) → back (version 3, 2026-11-24 12:12)`)
  expect(told).not.toContain('Figures that changed')
})

test('one version, none, and unreadable ones are told for what they are', () => {
  expect(words(telling(...FILLER))).toContain('There is one version')
  const none = { source: SOURCE, versions: [], threads: [], omitted: 0 }
  expect(historyInWords({ ...none, unreadable: [] })).toContain('No version of it is kept.')
  expect(historyInWords({ ...none, unreadable: [1, 2] })).toContain('can be read (1, 2)')
  const some = historyInWords({
    source: SOURCE,
    ...historyOf(telling(...FILLER)),
    omitted: 7,
    unreadable: [9],
  })
  expect(some).toContain('7 older versions left out')
  expect(some).toContain('cannot be read: version 9')
})
