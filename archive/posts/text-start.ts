import type { Paragraph } from './paragraphs.ts'

/** X cuts longer posts where it embeds them; a link counts as 23, letters of wide scripts as two. */
const MAX_POST = 280
const LINK_WEIGHT = 23
const MAX_PARAGRAPH = 140
const MAX_OPENING = 60
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/gu
const PICTURE = /(?:https?:\/\/)?pic\.(?:twitter|x)\.com\/\w+/g
const LEAD_IN = /[:：]\s*["“”»«]?$/
const LIKE_A_POST = /[#＃][\p{L}\p{N}_]{2,}|(?:^|\s)@\w{2,}|https?:\/\/t\.co\/|\p{Extended_Pictographic}/u
const EXCLAIMED = /[!?！？…]$/
const MAX_EXCLAIMED = 50

function weight(text: string): number {
  const shown = text.replaceAll(PICTURE, '').replaceAll(/https?:\/\/\S+/g, 'x'.repeat(LINK_WEIGHT))
  return shown.length + (shown.match(WIDE)?.length ?? 0)
}

function isPictureOnly(text: string): boolean {
  return text.replaceAll(PICTURE, '').trim() === ''
}

/** A line that introduces the post belongs to the story; a second one right after it opens the post itself. */
function afterLeadIn(paragraphs: readonly Paragraph[], at: number, floor: number): number {
  const text = paragraphs[at]?.text ?? ''
  const before = at - 1 >= floor ? (paragraphs[at - 1]?.text ?? '') : ''
  return text.length <= MAX_OPENING && LEAD_IN.test(before) ? at : at + 1
}

/**
 * The paragraph in which the post signed at paragraph `at` begins; null where nothing before the signature can be
 * its text. `before` is what stands before the signature in its own paragraph; paragraphs below `floor` are taken.
 */
export function startOfPost(
  paragraphs: readonly Paragraph[],
  at: number,
  before: string,
  floor: number,
): number | null {
  let sure = at
  let total = weight(before)
  for (let i = at - 1; i >= floor; i--) {
    const text = paragraphs[i]?.text ?? ''
    const needed = (sure === at && before === '') || (isPictureOnly(before) && i === at - 1)
    const pictures = i === at - 2 && before === '' && isPictureOnly(paragraphs[at - 1]?.text ?? '')
    if (needed || pictures) {
      sure = i
      total += weight(text)
      continue
    }
    if (LEAD_IN.test(text)) return Math.min(afterLeadIn(paragraphs, i, floor), sure)
    total += weight(text)
    if (total > MAX_POST || text.length > MAX_PARAGRAPH) break
    const alike = LIKE_A_POST.test(text) || (text.length <= MAX_EXCLAIMED && EXCLAIMED.test(text))
    if (alike && sure === i + 1) sure = i
  }
  return before === '' && sure === at ? null : sure
}
