import type { Article } from '../model/article.ts'
import type { SnapshotRecord } from '../model/snapshot.ts'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PictureFile } from '../clean/index.ts'
import type { SnapshotFiles } from '../store/index.ts'

// Both files were written by Stet and are under the bag's manifest: `verify` answers for their bytes, and a
// second schema here would only refuse what a later Stet adds.

export async function readArticle(files: SnapshotFiles): Promise<Article> {
  return (await files.json('data/article.json')) as Article
}

export async function readRecord(files: SnapshotFiles): Promise<SnapshotRecord> {
  return (await files.json('data/snapshot.json')) as SnapshotRecord
}

/** Finds a snapshot's pictures as `file:` URLs, for a page that is read outside the bag. */
export async function pictureFilesOf(files: SnapshotFiles): Promise<PictureFile> {
  const [{ pictures }, { posts }, entries] = await Promise.all([
    readRecord(files),
    readArticle(files),
    files.files(),
  ])
  const ofPosts = new Map(posts.flatMap(post => post.media).map(({ url, sha256 }) => [url, sha256]))
  const paths = new Map(entries.map(entry => [entry.sha256, entry.path]))
  return src => {
    const path = paths.get(pictures[src] ?? ofPosts.get(src) ?? '')
    return path?.startsWith('data/resources/') ? pathToFileURL(join(files.dir, path)).href : null
  }
}
