import { expect, test } from 'vitest'
import { comparisonSchema } from '../../archive/contract/results.ts'
import { open } from '../store/helpers.ts'
import { quickDir, tell, withWords } from '../library/stories.ts'
import { stet } from '../support/stet.ts'

const A = 'https://quay.example/storm'
const B = 'https://sound.example/storm'
const AGENCY =
  'The freighter lost power shortly after midnight and drifted for two hours before a tug reached it off the cape.'

async function twoOutlets(): Promise<string> {
  const dir = await quickDir()
  const store = await open(dir)
  await tell(store, { url: A, article: withWords(AGENCY, 'The storm killed 82 people on the coast.') })
  await tell(store, { url: B, article: withWords('At least 83 people died.', AGENCY) })
  await store.close()
  return dir
}

test('two sources are compared for what they share and where they differ', async () => {
  const dir = await twoOutlets()
  const said = await stet(['--archive', dir, 'compare', A, B])
  expect(said.status).toBe(1)
  expect(said.stdout).toContain('- killed: A 82, B 83')
  expect(said.stdout).toContain('20 words, word for word: “The freighter lost power')
  const { sources } = comparisonSchema.parse(
    (await stet(['--archive', dir, '--json', 'compare', A, B])).json(),
  )
  expect(sources?.figures).toMatchObject([{ about: 'killed', from: { text: '82' }, to: { text: '83' } }])
})

test('within one source there is no such report', async () => {
  const dir = await twoOutlets()
  const store = await open(dir)
  await tell(store, { url: A, version: 2, article: withWords(AGENCY) })
  await store.close()
  const answer = comparisonSchema.parse((await stet(['--archive', dir, '--json', 'compare', A])).json())
  expect(answer.sources).toBeNull()
})
