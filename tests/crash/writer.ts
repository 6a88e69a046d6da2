/**
 * A process that keeps snapshots, notes checks and purges now and then, and prints a line for each thing that
 * was acknowledged: `<kind> <snapshot id>`. It goes on until it is killed. Usage: node writer.ts DIR
 */
import { writeSync } from 'node:fs'
import { keep, open, record } from '../store/helpers.ts'

const dir = process.argv[2]!
// Straight to the descriptor: a line that was printed must be seen even when the process dies right after.
const say = (line: string) => writeSync(1, `${line}\n`)

const store = await open(dir)
say('open -')

async function lane(name: string): Promise<void> {
  for (let i = 0; ; i++) {
    const url = `https://${name}.example/story-${i % 4}`
    const { sourceId } = record({ url })
    const text = `Lane ${name}, process ${process.pid}, story ${i}.`
    const posts = i % 2 === 0 ? [{ key: `x:${name}${i}`, text }] : []
    const bodies = ['shared by all', `${text} A picture.`]
    const version = await store.nextVersion(sourceId)
    const { snapshotId } = await keep(store, { url, text, posts, bodies, version })
    say(`snapshot ${snapshotId}`)
    const { contentHash } = record({ text })
    await store.recordCheck({
      sourceId,
      url,
      requestedUrl: url,
      finalUrl: url,
      capturedAt: '2026-05-04T05:06:07.000Z',
      snapshotId,
      contentHash: contentHash.value,
      status: 200,
      warnings: [],
    })
    say(`check ${snapshotId}`)
    if (i % 5 === 4) {
      say(`purging ${snapshotId}`)
      await store.purge(snapshotId, 'test')
      say(`purge ${snapshotId}`)
    }
  }
}

await Promise.all(['north', 'south'].map(lane))
