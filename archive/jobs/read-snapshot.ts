import type { Article } from '../model/article.ts'
import type { SnapshotRecord } from '../model/snapshot.ts'
import type { SnapshotFiles } from '../store/index.ts'

// Both files were written by Stet and are under the bag's manifest: `verify` answers for their bytes, and a
// second schema here would only refuse what a later Stet adds.

export async function readArticle(files: SnapshotFiles): Promise<Article> {
  return (await files.json('data/article.json')) as Article
}

export async function readRecord(files: SnapshotFiles): Promise<SnapshotRecord> {
  return (await files.json('data/snapshot.json')) as SnapshotRecord
}
