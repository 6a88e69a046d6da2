import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compareArticles, compareSources, zonesOf } from '../compare/index.ts'
import type { Article } from '../model/article.ts'
import { articleText } from '../model/article-text.ts'
import type { SnapshotRecord } from '../model/snapshot.ts'
import type { ComparedSide, CompareAnswer, CompareTask } from './compare-task.ts'
import { looksOf } from './looks.ts'
import { markOf } from './mark.ts'

async function fileOf<T>(bag: string, name: string): Promise<T> {
  // Written by Stet and under the bag's manifest: `verify` answers for the bytes.
  return JSON.parse(await readFile(join(bag, 'data', name), 'utf8')) as T
}

async function sideOf(bag: string) {
  const article = await fileOf<Article>(bag, 'article.json')
  const { pictures, clock, sourceId } = await fileOf<SnapshotRecord>(bag, 'snapshot.json')
  return { article, pictures, clock, sourceId }
}

function shown({ article, clock }: Awaited<ReturnType<typeof sideOf>>): ComparedSide {
  const { site, byline, published, modified, language, dir } = article
  const blocks = zonesOf(article).map(({ block, range }) => ({
    kind: block.kind,
    role: block.kind === 'paragraph' ? (block.role ?? null) : null,
    level: block.kind === 'heading' ? block.level : null,
    range,
  }))
  return { clock, site, byline, published, modified, language, dir, text: articleText(article), blocks }
}

/** What runs inside the thread that compares: reads the two articles and answers with what the task asks for. */
export default async function compareTask(task: CompareTask): Promise<CompareAnswer<CompareTask['kind']>> {
  if (task.kind === 'screens') {
    // Reading pictures is loaded by who compares them only.
    const { compareScreensOf } = await import('./screens.ts')
    return compareScreensOf(task.from, task.to)
  }
  const [from, to] = [await sideOf(task.from), await sideOf(task.to)]
  const relation = await looksOf(
    { bag: task.from, pictures: from.pictures },
    { bag: task.to, pictures: to.pictures },
  )
  const comparison = compareArticles(from.article, to.article, {
    from: from.pictures,
    to: to.pictures,
    relation,
  })
  if (task.kind === 'mark') return markOf(comparison)
  const sides = { from: shown(from), to: shown(to) }
  const sources = from.sourceId === to.sourceId ? null : compareSources(sides.from.text, sides.to.text)
  return { comparison: { ...comparison, sources }, ...sides }
}
