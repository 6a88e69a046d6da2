/** The menu's "verify" leads to the Evidence view, which then begins by itself: once. */
let asked: string | null = null

export const askToVerify = (snapshotId: string): void => void (asked = snapshotId)

export function takeAsked(snapshotId: string): boolean {
  if (asked !== snapshotId) return false
  asked = null
  return true
}
