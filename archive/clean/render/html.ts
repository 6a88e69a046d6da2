import type { Article } from '../../model/article.ts'
import { blockMarkup, type PictureFile } from './blocks.ts'
import { element, join, words, type Markup } from './element.ts'

/** The page's own look. No font, picture or rule comes from elsewhere, and none from the page. */
const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 42rem; padding: 2rem 1rem; font: 1.1rem/1.6 Georgia, 'Noto Serif', serif; }
h1 { line-height: 1.2; }
.byline, figcaption, small { color: light-dark(#595959, #a8a8a8); font-size: 0.9em; }
.standfirst { font-weight: bold; }
.correction { border-inline-start: 3px solid; padding-inline-start: 1rem; }
img { height: auto; max-width: 100%; }
figure { margin-inline: 0; }
blockquote { border-inline-start: 3px solid light-dark(#b0b0b0, #6a6a6a); margin-inline: 0; padding-inline-start: 1rem; }
table { border-collapse: collapse; }
td, th { border: 1px solid light-dark(#b0b0b0, #6a6a6a); padding: 0.25rem 0.5rem; text-align: start; }
pre { overflow-x: auto; }
`

/** Forbids everything but pictures from this disk and the style above, should anything ever slip through. */
const POLICY =
  "default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** `2026-11-21T19:22:55Z` as a person reads it; the day and the zone stay the page's own. */
function inWords(date: string): string {
  return date.replace(/T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?/, ' $1').replace(/Z$/, ' UTC')
}

function dates(article: Article): Markup[] {
  const shown: [string, string | null][] = [
    ['Published', article.published],
    ['Updated', article.modified === article.published ? null : article.modified],
  ]
  return shown
    .filter(([, date]) => date !== null)
    .map(([label, date]) =>
      join([words(`${label} `), element('time', { datetime: date }, [words(inWords(date!))])]),
    )
}

function header(article: Article): Markup {
  const title = article.title ? [element('h1', {}, [words(article.title)])] : []
  const facts = [
    ...(article.byline.length > 0 ? [words(article.byline.join(', '))] : []),
    ...(article.site ? [words(article.site)] : []),
    ...dates(article),
  ]
  const byline = facts.length > 0 ? [element('p', { class: 'byline' }, [join(facts, ' · ')])] : []
  return element('header', {}, [...title, ...byline])
}

function footer(article: Article): Markup[] {
  if (!article.canonicalUrl) return []
  const link = element('a', { href: article.canonicalUrl, rel: 'noreferrer' }, [words(article.canonicalUrl)])
  return [element('footer', {}, [element('p', { class: 'byline' }, [link])])]
}

/**
 * `article.html`: the cleaned article as a page of its own, to be read in any browser. Every word is escaped,
 * every element and address is on an allow-list; no script, handler or style of the page survives. Pictures
 * come from the files that `pictureFile` names, so that opening the page asks nobody for anything.
 */
export function articleHtml(article: Article, pictureFile: PictureFile = () => null): string {
  const context = { posts: new Map(article.posts.map(post => [post.key, post])), pictureFile }
  const head = element('head', {}, [
    element('meta', { charset: 'utf-8' }),
    // `http-equiv` is no attribute the allow-list knows; this one is ours and constant.
    { html: `<meta http-equiv="Content-Security-Policy" content="${POLICY}">` },
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, [words(article.title ?? article.site ?? 'Article')]),
    { html: `<style>${STYLE}</style>` },
  ])
  const body = article.blocks.map(block => blockMarkup(block, context)).filter(part => part.html !== '')
  const story = element('article', {}, [
    header(article),
    { html: `\n${join(body, '\n').html}\n` },
    ...footer(article),
  ])
  const page = element('html', { lang: article.language, dir: article.dir }, [
    head,
    element('body', {}, [element('main', {}, [story])]),
  ])
  return `<!doctype html>\n${page.html}\n`
}
