import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../archive/clean/text/index.ts'
import { articleText } from '../../../archive/model/article-text.ts'
import { postsInText } from '../../../archive/posts/index.ts'

const seeds = resolve(process.env['STET_SHARED'] ?? '../shared', 'seeds')
const files = existsSync(seeds)
  ? readdirSync(seeds)
      .filter(name => name.endsWith('.txt'))
      .toSorted()
  : []

function clean(name: string): ReturnType<typeof cleanText> {
  const { text, posts } = postsInText(readFileSync(join(seeds, name), 'utf8'))
  return cleanText({ text, markdown: false, fileName: name }, posts)
}

describe.skipIf(files.length === 0)(
  'the saved articles in shared/seeds (skipped where that folder is absent)',
  () => {
    it('give title, outlet and date where their words have them', () => {
      const [first, second, third] = files.map(clean)
      expect(first).toMatchObject({ site: 'The Canary', byline: [] })
      expect(first?.title).toMatch(/^Venezuelan cartel .* terror list$/)
      expect(second).toMatchObject({ site: null, byline: [], published: null, removed: [] })
      expect(second?.title).toMatch(/^US Escalates Stance/)
      expect(third).toMatchObject({ title: null, site: 'ANI', published: '2025-11-17' })
    })

    it('lose their trailing furniture and nothing of the story', () => {
      const first = clean(files[0] ?? '')
      expect(first.removed.map(item => item.rule)).toEqual([
        'kicker',
        'image-credit',
        'related-heading',
        'comments-heading',
        'comments-line',
        'back-to-top',
      ])
      expect(clean(files[2] ?? '').removed.map(item => item.rule)).toEqual(['date-line'])
      expect(articleText(first)).toMatch(/half a continent alight\.$/)
    })

    it('have their two posts where they stood', () => {
      const first = clean(files[0] ?? '')
      expect(first.posts.map(post => [post.handle, post.postedAt, post.media.length])).toEqual([
        ['Osint613', '2025-11-23', 1],
        ['FaytuksNetwork', '2025-11-21', 1],
      ])
      expect(first.posts.every(post => first.blocks[post.blockIndex ?? -1]?.kind === 'post')).toBe(true)
    })
  },
)
