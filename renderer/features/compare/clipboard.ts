import { copyText } from '../../ui/copy.ts'
import type { Copied } from './passages.ts'

/** Puts text and HTML on the clipboard, or the text alone where HTML is not taken; says whether that worked. */
export async function copyRich({ text, html }: Copied): Promise<boolean> {
  try {
    const item = new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    })
    await navigator.clipboard.write([item])
    return true
  } catch {
    return copyText(text)
  }
}
