import { BOT_WALLS } from './bot-walls.ts'
import { CONSENT_ADDRESS, LOGIN_ADDRESS } from './wall-addresses.ts'
import { wallInMarkup } from './answer-rules.ts'
import { NOT_FOUND_PATH, NOT_FOUND_PHRASES } from './not-found-phrases.ts'
import { paywall } from './paywall-rule.ts'
import { findPhrases, type PhraseHit, type PhraseList } from './phrases.ts'
import { attempt, type Judgement, type Reading } from './reading.ts'
import { REMOVED_PHRASES } from './removed-phrases.ts'
import { BOT_PHRASES } from './bot-phrases.ts'
import { CONSENT_PHRASES } from './consent-phrases.ts'
import { LOGIN_PHRASES } from './login-phrases.ts'
import { SCRIPT_PHRASES } from './script-phrases.ts'

/**
 * One rule: a judgement, or null where it has nothing to say. Every rule asks for a page with few words of its own
 * first, so that a long story which only mentions a captcha stays a story.
 */
export interface PageRule {
  readonly name: string
  readonly judge: (page: Reading) => Judgement | null
}

const said = (hit: PhraseHit): string => `the page says "${hit.phrase}"`

/** A title that is the phrase and a site's name, not a headline that has it somewhere. */
function inTitle(page: Reading, list: PhraseList): PhraseHit | null {
  for (const title of page.titles) {
    const hit = findPhrases(title, list).find(one => title.length - one.phrase.length <= 45)
    if (hit) return hit
  }
  return null
}

function botWall(page: Reading): Judgement | null {
  if (page.words >= 120 || page.pageWords >= 400) return null
  const wall = wallInMarkup(page.markup)
  const [hit] = findPhrases(`${page.titles.join(' ')} ${page.visible}`, BOT_PHRASES)
  const titled = inTitle(page, BOT_PHRASES)
  const product = wall !== null && wall !== BOT_WALLS.at(-1)!.name
  if (wall && hit) return attempt('blocked', `${said(hit)}, with the marks of ${wall}`)
  if (product && page.words < 40 && !page.hasMedia)
    return attempt('blocked', `the marks of ${wall} and no story`)
  if (titled && page.words < 60) return attempt('blocked', `the title says "${titled.phrase}"`)
  if (hit && page.words < 60 && page.pageWords < 120 && !page.signals.declaresArticle)
    return attempt('blocked', said(hit))
  return null
}

function consentWall(page: Reading): Judgement | null {
  const { declaresArticle } = page.signals
  const inBody = findPhrases(page.body, CONSENT_PHRASES)
  const seen = findPhrases(page.visible, CONSENT_PHRASES)
  if (page.moved && CONSENT_ADDRESS.test(page.page.finalUrl) && !(declaresArticle && page.words >= 200)) {
    return attempt('consent-wall', `the address leads to ${page.page.finalUrl}`)
  }
  // The story itself is the consent text: several of its phrases, close together.
  const dense = inBody.length >= 3 && inBody.length * 60 >= page.words
  if (dense && page.words < 600 && !declaresArticle)
    return attempt('consent-wall', inBody.map(said).join(', '))
  if (seen.length >= 2 && page.words < 40 && !page.hasMedia)
    return attempt('consent-wall', seen.map(said).join(', '))
  return null
}

function notFound(page: Reading): Judgement | null {
  const { pathname } = new URL(page.page.finalUrl)
  if (page.words >= 150) return null
  const titled = inTitle(page, NOT_FOUND_PHRASES)
  if (titled) return attempt('http-404', `the title says "${titled.phrase}"`)
  const numbered = page.titles.find(title => /^(?:error |http )?404\b.{0,30}$/.test(title))
  if (numbered) return attempt('http-404', `the title says "${numbered}"`)
  if (page.moved && NOT_FOUND_PATH.test(pathname))
    return attempt('http-404', `the address leads to ${pathname}`)
  const [hit] = findPhrases(page.words > 0 ? page.body : page.visible.slice(0, 800), NOT_FOUND_PHRASES)
  return hit && page.words < 60 && !page.hasMedia ? attempt('http-404', said(hit)) : null
}

function removed(page: Reading): Judgement | null {
  if (page.words >= 80) return null
  const text = page.words > 0 ? `${page.titles.join(' ')} ${page.body}` : page.visible.slice(0, 800)
  const [hit] = findPhrases(text, REMOVED_PHRASES)
  // A brief of fifty words may report that something was removed; in place of a longer story it is the removal.
  const enough = page.words < 40 || page.hadGoodVersion !== null
  return hit && enough ? attempt('http-410', said(hit)) : null
}

function login(page: Reading): Judgement | null {
  const { hasPasswordField, declaresArticle } = page.signals
  if (page.words >= 150) return null
  const [hit] = findPhrases(page.visible, LOGIN_PHRASES)
  if (page.moved && LOGIN_ADDRESS.test(page.page.finalUrl) && (hasPasswordField || hit)) {
    return attempt('login', `the address leads to ${page.page.finalUrl}`)
  }
  if (page.words >= 60 || declaresArticle || page.pageWords >= 400) return null
  if (hasPasswordField && (hit || page.pageWords < 150))
    return attempt('login', 'the page asks for a password and has no story')
  return hit && page.words < 40 && page.pageWords < 120 ? attempt('login', said(hit)) : null
}

const FRONT_PATH = /^\/(?:index\.(?:html?|php|aspx?)|home|[a-z]{2}(?:[-_][a-z]{2})?)?\/?$/i

const siteOf = (url: URL): string => url.hostname.replace(/^(?:www\d?|m|mobile|amp)\./, '')

/** Sites send the readers of a story they took away to their front page. */
function frontPage(page: Reading): Judgement | null {
  const from = new URL(page.page.requestedUrl)
  const to = new URL(page.page.finalUrl)
  if (!page.moved || FRONT_PATH.test(from.pathname) || !FRONT_PATH.test(to.pathname) || to.search !== '')
    return null
  // A shortened link has nothing in its path that says it was a story.
  const deep = from.pathname.length > 12 || from.pathname.split('/').length > 2
  const { declaresArticle } = page.signals
  // On another host a root may be the story itself: a site made for one report.
  const story =
    siteOf(from) === siteOf(to) ? declaresArticle && page.words >= 300 : declaresArticle || page.words >= 300
  if (!deep || story) return null
  return attempt('http-404', `the address leads to the front page, ${to.href}`)
}

/** What is left of a story that was there before. */
function remainder(page: Reading): Judgement | null {
  const before = page.hadGoodVersion?.words ?? 0
  if (before < 150 || page.words >= 150 || page.words >= before * 0.12) return null
  return attempt('empty', `${page.words} words are left of the ${before} of the last version`)
}

/** Elements that client-side frameworks fill, and the plea that stands beside them. */
const SCRIPT_ROOT =
  /<(?:div|main)[^>]{0,300}\sid=["']?(?:root|app|__next|__nuxt|___gatsby|svelte|main-app|react-root)["'\s>]|<app-root\b/i
const SCRIPT_PLEA = /<noscript[^>]*>(?:(?!<\/noscript)[\s\S]){0,2000}javascript/i

function needsBrowser(page: Reading): Judgement | null {
  const { needsScript } = page.signals
  const [hit] = findPhrases(page.visible.slice(0, 1500), SCRIPT_PHRASES)
  if (needsScript && page.words < 80)
    return attempt('empty', 'the page is filled by script: it needs a browser')
  const shell = page.words < 40 && page.pageWords < 60
  if (shell && SCRIPT_ROOT.test(page.markup))
    return attempt('empty', 'a frame for script to fill: it needs a browser')
  if (shell && SCRIPT_PLEA.test(page.markup))
    return attempt('empty', 'it asks for JavaScript: it needs a browser')
  if (hit && page.words < 40 && page.pageWords < 100)
    return attempt('empty', `${said(hit)}: it needs a browser`)
  return null
}

function nothing(page: Reading): Judgement | null {
  if (page.hasMedia && page.words > 0) return null
  const least = page.signals.declaresArticle ? 8 : 25
  return page.words < least ? attempt('empty', `${page.words} words of story on the page`) : null
}

/** In the order they are asked. What a page says of itself comes before what it lacks. */
export const PAGE_RULES: readonly PageRule[] = [
  { name: 'bot-wall', judge: botWall },
  { name: 'not-found', judge: notFound },
  { name: 'removed', judge: removed },
  { name: 'consent-wall', judge: consentWall },
  { name: 'login', judge: login },
  { name: 'paywall', judge: paywall },
  { name: 'front-page', judge: frontPage },
  { name: 'needs-browser', judge: needsBrowser },
  { name: 'remainder', judge: remainder },
  { name: 'nothing', judge: nothing },
]
