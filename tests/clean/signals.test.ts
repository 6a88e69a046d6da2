import { describe, expect, it } from 'vitest'
import type { PageSignals } from '../../archive/model/signals.ts'
import { postPlaceholder } from '../../archive/model/post-token.ts'
import { clean, page, paragraphs } from './page.ts'

function signals(html: string): PageSignals {
  const found = clean(html).signals
  if (!found) throw new Error('A page has signals.')
  return found
}

function ld(value: string): string {
  return `<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":${value}}</script>`
}

describe('what cleaning tells the outcome rules', () => {
  it('counts words and paragraphs of story and page, and quotes title and visible text', () => {
    const found = signals(page(paragraphs(), { outside: '<footer>Imprint and contact</footer>' }))
    expect(found.paragraphs).toBe(3)
    expect(found.pageWords).toBeGreaterThan(found.articleWords)
    expect(found.documentTitle).toBe('Old bridge closes on Monday')
    expect(found.visibleText).toMatch(/^Old bridge closes on Monday\nThe old bridge/)
    expect(found.visibleText).toContain('Imprint and contact')
  })

  it('keeps hidden words, scripts and our own stand-ins out of the visible text', () => {
    const found = signals(
      page(
        `${paragraphs()}<p hidden>secret</p><script>secret()</script><noscript>secret</noscript><p>${postPlaceholder(0)}</p>`,
      ),
    )
    expect(found.visibleText).not.toMatch(/secret|stetpost/)
  })

  it('sees a password field, and a form that posts to a login', () => {
    expect(signals('<input type="PASSWORD">').hasPasswordField).toBe(true)
    expect(signals('<form action="/account/login?x=1"><input></form>').hasPasswordField).toBe(true)
    expect(signals('<form action="/search"><input></form>').hasPasswordField).toBe(false)
  })

  it('sees that a page says it is paid for', () => {
    expect(signals(page(paragraphs(), { head: ld('false') })).declaredPaywalled).toBe(true)
    expect(signals(page(paragraphs(), { head: ld('"False"') })).declaredPaywalled).toBe(true)
    expect(signals(page(paragraphs(), { head: ld('true') })).declaredPaywalled).toBe(false)
  })

  it('sees whether a page says it is an article', () => {
    expect(signals('<meta property="og:type" content="article"><p>a</p>').declaresArticle).toBe(true)
    expect(
      signals('<script type="application/ld+json">{"@type":"NewsArticle"}</script><p>a</p>').declaresArticle,
    ).toBe(true)
    expect(signals('<article><p>a</p></article>').declaresArticle).toBe(true)
    expect(signals('<p>a</p>').declaresArticle).toBe(false)
  })

  it('sees a shell that needs a script, but not one that is filled', () => {
    expect(signals('<div id="root"></div><script src="a.js"></script>').needsScript).toBe(true)
    expect(signals(`<div id="root">${paragraphs()}</div>`).needsScript).toBe(false)
    expect(signals(`<div id="app"></div>${paragraphs()}`).needsScript).toBe(false)
  })
})
