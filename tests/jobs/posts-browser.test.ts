import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { openArchive } from '../../archive/index.ts'
import type { CaptureResult } from '../../archive/model/capture-result.ts'
import { send, story } from '../support/site.ts'
import { useBrowserArchive } from './browser-archive.ts'

const ID = '1786300000000000000'
const KEY = `x:${ID}`
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const given = useBrowserArchive()
beforeEach(() => void given().site.routes.set('/bridge.png', send(PNG, 'image/png')))

async function capture(path: string): Promise<CaptureResult> {
  const { archive, site } = given()
  const { results, failed } = await archive.capture([site.origin + path], { engine: 'browser' })
  expect(failed).toEqual([])
  return results[0] as CaptureResult
}

/** A story whose quote of a post is replaced by a frame, as the platforms' scripts do it. */
const embedding = () =>
  story({
    extra: `<blockquote class="twitter-tweet"><p>The bridge is closed.</p>— Ana Ruiz (@anaruiz) <a href="${given().site.origin}/anaruiz/status/${ID}">May 3, 2024</a></blockquote>
      <script>
        const quote = document.querySelector('blockquote.twitter-tweet')
        const frame = document.createElement('iframe')
        frame.src = '/embed/${ID}'
        quote.before(frame)
      </script>`,
  })

const frame = (text: string) =>
  `<!doctype html><div id="post"><b class="name">Ana Ruiz</b> <span class="handle">@anaruiz</span><p class="text">${text}</p>
   <img class="photo" src="/bridge.png" width="300" height="200" alt="A bridge"><time>2024-05-03T09:15:00Z</time><div>12 likes</div></div>`

test('a post is kept as its frame showed it, and what became of it is known though the story stays unchanged', async () => {
  const { archive, site } = given()
  site.routes.set('/story', send(embedding()))
  site.routes.set(`/embed/${ID}`, send(frame('The bridge is closed until June.')))
  const first = await capture('/story')
  const { posts } = JSON.parse(await readFile(join(first.path!, 'data/posts.json'), 'utf8'))
  expect(posts).toMatchObject([
    {
      key: KEY,
      text: 'The bridge is closed.',
      state: 'live',
      media: [{ url: `${site.origin}/bridge.png`, alt: 'A bridge' }],
      seen: { post: { text: 'The bridge is closed until June.', author: 'Ana Ruiz' } },
    },
  ])
  expect(await readFile(join(first.path!, posts[0].media[0].file))).toEqual(PNG)

  site.routes.set(`/embed/${ID}`, send('<!doctype html><p>This Post was deleted by the Post author.</p>'))
  expect(await capture('/story')).toMatchObject({ outcome: 'check', snapshotId: first.snapshotId })
  const [post] = await archive.posts(null)
  expect(post).toMatchObject({
    text: 'The bridge is closed.',
    state: 'deleted',
    stateEvidence: {
      words: 'This Post was deleted by the Post author.',
      where: `${site.origin}/embed/${ID}`,
    },
    states: [{ state: 'live' }, { state: 'deleted', snapshotId: null }],
  })
  // Looked at again: nothing new to note.
  await capture('/story')
  const checks = (await archive.log(1)).filter(line => line.type === 'check')
  expect(checks.map(line => line.posts?.length ?? 0)).toEqual([1, 0])

  const { results } = await archive.capture([`${site.origin}/story`], { engine: 'browser', keep: true })
  const compared = await archive.compare(first.snapshotId!, results[0]!.snapshotId)
  expect(compared).toMatchObject({ same: true, class: 'substantive' })
  expect(compared.verdict.filter(({ kind }) => kind !== 'noise')).toMatchObject([
    {
      kind: 'post',
      rule: 'post-state',
      summary:
        'The embedded post by Ana Ruiz, @anaruiz on X is now deleted (“This Post was deleted by the Post author.”); it was there before.',
    },
  ])
})

test('an export carries what frames showed of posts', async () => {
  const { archive, dir, site } = given()
  site.routes.set('/story', send(embedding()))
  site.routes.set(`/embed/${ID}`, send(frame('The bridge is closed until June.')))
  await capture('/story')
  const out = join(dir, 'all.wacz')
  await archive.export('all', { as: 'wacz', out })
  const other = await openArchive(join(dir, 'other'), { access: 'write' })
  try {
    await other.import([out])
    const [before] = await archive.posts(null)
    const [after] = await other.posts(null)
    expect(after).toEqual({ ...before, snapshots: after?.snapshots, states: after?.states })
    expect(after).toMatchObject({
      state: 'live',
      seen: { post: { text: 'The bridge is closed until June.' } },
    })
  } finally {
    await other.close()
  }
})

test('a post whose frame asks for it in vain is unavailable, with the answer’s status', async () => {
  given().site.routes.set('/story', send(embedding()))
  const { path } = await capture('/story')
  const { posts } = JSON.parse(await readFile(join(path!, 'data/posts.json'), 'utf8'))
  expect(posts).toMatchObject([
    { text: 'The bridge is closed.', state: 'unavailable', stateEvidence: { status: 404 } },
  ])
})
