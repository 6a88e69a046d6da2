import { cleanText } from '../clean/text/index.ts'
import type { CleanTextTask, Cleaned } from '../ports/workers.ts'
import { postsInText } from '../posts/index.ts'

/** Cleans one plain-text or Markdown article. Posts printed in it are lifted first, as on a page. */
export function cleanWords(task: CleanTextTask): Cleaned {
  const { text, posts } = postsInText(task.text)
  return {
    article: cleanText({ text, markdown: task.markdown, fileName: task.fileName }, posts),
    signals: null,
  }
}
