export interface Size {
  readonly width: number
  readonly height: number
}

/** Sizes of pictures that were shown once, so that their boxes are right at once the next time. */
const known = new Map<string, Size>()

export const sizeOf = (snapshotId: string, path: string): Size | null =>
  known.get(`${snapshotId} ${path}`) ?? null

export function rememberSize(snapshotId: string, path: string, size: Size): Size {
  known.set(`${snapshotId} ${path}`, size)
  return size
}
