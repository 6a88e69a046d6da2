import type { Range } from '../../model/comparison.ts'
import { isSelfChanging } from '../../model/normalise.ts'

/** A longer line, in UTF-16 units, is no counter and no relative time. Nothing further away is looked at. */
const LONGEST = 120

/** Whether the line a range stands in changes by itself ("3 hours ago", "1,204 views"). */
export function isInSelfChangingLine(text: string, [start, end]: Range): boolean {
  if (end - start > LONGEST) return false
  const before = text.slice(Math.max(0, start - LONGEST), start)
  const after = text.slice(end, end + LONGEST)
  const newline = after.indexOf('\n')
  const head = before.slice(before.lastIndexOf('\n') + 1)
  const line = head + text.slice(start, end) + (newline < 0 ? after : after.slice(0, newline))
  return line.length <= LONGEST && isSelfChanging(line)
}
