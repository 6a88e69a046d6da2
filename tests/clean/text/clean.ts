import { cleanText } from '../../../archive/clean/text/index.ts'
import type { Article } from '../../../archive/model/article.ts'
import type { Post } from '../../../archive/model/post.ts'

/** A sentence long enough to be a paragraph of a story, in words of our own. */
export function sentence(subject: string): string {
  return `${subject} waited on the quay until the morning, because nobody had told the crew when the new harbour wall would let the ferry pass.`
}

export function cleanLines(lines: readonly string[], fileName: string | null = null): Article {
  return cleanText({ text: lines.join('\n\n'), markdown: false, fileName }, [])
}

export function cleanMarkdown(text: string, posts: readonly Post[] = []): Article {
  return cleanText({ text, markdown: true, fileName: null }, posts)
}

export function removedTexts(article: Article): readonly string[] {
  return article.removed.map(item => item.text)
}
