import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openArchive } from '../archive/index.ts'
import { startDemoSite } from '../archive/demo/site.ts'
import { EDITIONS } from '../archive/demo/story.ts'

const say = (line = '') => console.log(line)

/** Captures one story five times while the newsroom edits it, and tells what changed. */
async function demo(): Promise<boolean> {
  const dir = process.argv[2] ?? join(await mkdtemp(join(tmpdir(), 'stet-demo-')), 'archive')
  const site = await startDemoSite()
  const archive = await openArchive(dir, { access: 'write' })
  try {
    say(`A small news site of our own runs at ${site.articleUrl}`)
    for (const [index, edition] of EDITIONS.entries()) {
      site.publish(index)
      say(`\n${index + 1}. ${edition.done}`)
      const { results, failed } = await archive.capture([site.articleUrl], { engine: 'http' })
      const result = results[0]
      if (!result || failed.length > 0) throw new Error(failed[0]?.error.message ?? 'Nothing was captured.')
      say(
        `   Stet: ${result.outcome}, version ${result.version}, “${result.title}”, ${result.words} words, ${result.posts === 0 ? 'no post' : 'one post'}`,
      )
      say(`   content hash ${result.contentHash}`)
      if (index === 0) continue
      const { verdict } = await archive.compare(
        `${site.articleUrl}@${index}`,
        `${site.articleUrl}@${index + 1}`,
      )
      for (const line of verdict) say(`   • ${line.summary}`)
    }

    say('\n6. Nothing is changed but the advertisements and the counters.')
    const again = (await archive.capture([site.articleUrl], { engine: 'http' })).results[0]
    say(
      `   Stet: ${again?.outcome} (${again?.outcome === 'check' ? 'unchanged, recorded in the log' : 'unexpected'})`,
    )

    const report = await archive.verify()
    say(
      `\nVerified: ${report.ok ? 'every byte as it was written' : `${report.problems.length} problems`}` +
        ` (${report.snapshots} snapshots, ${report.files} files, ${report.logLines} log lines).`,
    )
    say(`The archive lies in ${dir}`)
    say(`Look at it yourself:  npm run -s stet -- --archive ${dir} versions ${site.articleUrl}`)
    say(`Or without Stet:      cat ${join(dir, 'README.txt')}`)
    return report.ok && again?.outcome === 'check'
  } finally {
    await archive.close()
    await site.close()
  }
}

process.exitCode = (await demo()) ? 0 : 1
