import type { ListedPost } from '../../../archive/contract/source.ts'
import type { PostCardProps } from '../../ui/PostCard.tsx'
import { PostPicture } from './PostPicture.tsx'

/** How a card shows the pictures of a post: from its newest snapshot, whose files its media name. */
export function picturesOf(post: Pick<ListedPost, 'snapshots'>): Pick<PostCardProps, 'picture'> {
  const snapshotId = post.snapshots.at(-1)
  if (snapshotId === undefined) return {}
  return { picture: (file, alt) => <PostPicture snapshotId={snapshotId} file={file} alt={alt} /> }
}
