import { JSDOM } from 'jsdom'
import { postIndexIn } from '../../archive/model/post-token.ts'
import type { Post } from '../../archive/model/post.ts'
import { liftPosts } from '../../archive/posts/index.ts'

const parser = new new JSDOM('').window.DOMParser()

export const PAGE_URL = 'https://news.example/story'

export interface Lifted {
  readonly posts: readonly Post[]
  /** The story's paragraphs afterwards; a placeholder reads `[0]`. */
  readonly left: readonly string[]
  readonly document: Document
}

/** Lifts the posts of a small story that holds `embed` between its first and its last paragraph. */
export function lift(embed: string): Lifted {
  const html = `<body><article><p>The story begins.</p>${embed}<p>The story ends.</p></article></body>`
  const document = parser.parseFromString(html, 'text/html')
  const posts = liftPosts(document, PAGE_URL)
  const left = [...document.querySelectorAll('p')].map(p => {
    const text = (p.textContent ?? '').trim()
    const index = postIndexIn(text)
    return index === null ? text : `[${index}]`
  })
  return { posts, left, document }
}

/** The one post of such a story. */
export function liftOne(embed: string): Post {
  const { posts } = lift(embed)
  const [post] = posts
  if (posts.length !== 1 || !post) throw new Error(`Expected one post, found ${posts.length}.`)
  return post
}
