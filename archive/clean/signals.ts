import type { Article } from '../model/article.ts'
import { postIndexIn } from '../model/post-token.ts'
import type { PageSignals } from '../model/signals.ts'
import { elementsNamed } from './elements.ts'
import { elementsIn, isText, type PageElement } from './tree/node.ts'
import type { ReadTree } from './tree/read-tree.ts'
import { BLOCK_TAGS } from './tree/tags.ts'
import { countWords } from './words.ts'

/** What is read off a page before cleaning takes it apart. */
export interface PageFacts {
  readonly pageWords: number
  readonly documentTitle: string
  readonly visibleText: string
  readonly hasPasswordField: boolean
  readonly declaredPaywalled: boolean
  readonly declaresArticle: boolean
  readonly hasScriptRoot: boolean
}

const VISIBLE_TEXT_CHARS = 5000
const LOGIN_ADDRESS =
  /(?:^|[/?=&_.-])(?:log-?in|sign-?in|signon|auth(?:enticate|orize)?|sso|anmelden|connexion|acceso|entrar)(?:$|[/?=&_.-])/i
/** Ids that client-side frameworks give to the element they fill. */
const SCRIPT_ROOT_IDS: ReadonlySet<string> = new Set([
  'root',
  'app',
  '__next',
  '__nuxt',
  '___gatsby',
  'svelte',
  'main-app',
])
const MOST_WORDS_OF_A_SHELL = 60

/** Text a reader sees, block by block, white space collapsed. */
function visibleLines(root: PageElement): readonly string[] {
  const lines: string[] = []
  let line = ''
  const flush = (): void => {
    const text = line.replace(/\s+/g, ' ').trim()
    // The stand-in of a lifted post is our own sentence, not the page's.
    if (text !== '' && postIndexIn(text) === null) lines.push(text)
    line = ''
  }
  const visit = (element: PageElement): void => {
    if (element.hidden || element.tag === 'noscript') return
    const isBlock = BLOCK_TAGS.has(element.tag)
    if (isBlock) flush()
    for (const child of element.children) {
      if (isText(child)) line += child.text
      else visit(child)
    }
    if (isBlock || element.tag === 'br') flush()
  }
  visit(root)
  flush()
  return lines
}

function isScriptRoot({ tag, attributes }: PageElement): boolean {
  const marked = attributes['data-reactroot'] !== undefined || attributes['ng-app'] !== undefined
  return marked || tag === 'app-root' || SCRIPT_ROOT_IDS.has(attributes['id'] ?? '')
}

/** Dialogs and fields are no part of the tree: they are asked for by name. */
function hasLogin(document: Document): boolean {
  return (
    elementsNamed(document, 'input').some(
      input => input.getAttribute('type')?.toLowerCase() === 'password',
    ) || elementsNamed(document, 'form').some(form => LOGIN_ADDRESS.test(form.getAttribute('action') ?? ''))
  )
}

function isArticle({ tag, attributes }: PageElement): boolean {
  return tag === 'article' || (attributes['itemtype'] ?? '').includes('Article')
}

const ARTICLE_TYPE =
  /"@type"\s*:\s*(?:\[[^\]]*)?"(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting)"/
const PAYWALLED = /"isAccessibleForFree"\s*:\s*(?:"?false"?|\[\s*"?false)/i

/** Reads a page's facts. Scripts other than JSON-LD are gone by now; forms and shells are still there. */
export function readPageFacts(document: Document, { root, elements }: ReadTree): PageFacts {
  const lines = visibleLines(root)
  const inside = [...elementsIn(root)]
  const jsonLd = elementsNamed(document, 'script')
    .filter(script => script.getAttribute('type')?.includes('ld+json'))
    .map(script => script.textContent ?? '')
  const metas = elementsNamed(document, 'meta')
  const meta = (name: string): string =>
    metas
      .find(tag => tag.getAttribute('property') === name || tag.getAttribute('name') === name)
      ?.getAttribute('content') ?? ''
  return {
    pageWords: lines.reduce((sum, line) => sum + countWords(line), 0),
    documentTitle: document.title,
    visibleText: lines.join('\n').slice(0, VISIBLE_TEXT_CHARS),
    hasPasswordField: hasLogin(document),
    declaredPaywalled:
      jsonLd.some(text => PAYWALLED.test(text)) ||
      /^(?:locked|metered|paid|premium)$/i.test(meta('article:content_tier')),
    declaresArticle:
      /article/i.test(meta('og:type')) ||
      jsonLd.some(text => ARTICLE_TYPE.test(text)) ||
      inside.some(isArticle) ||
      (document.documentElement.getAttribute('itemtype') ?? '').includes('Article'),
    hasScriptRoot: inside.some(
      element => isScriptRoot(element) && (elements[element.n]?.textContent ?? '').trim() === '',
    ),
  }
}

/** What the outcome rules want to know: the page's facts beside what cleaning made of it. */
export function pageSignals(facts: PageFacts, article: Article): PageSignals {
  const { hasScriptRoot, ...rest } = facts
  return {
    ...rest,
    articleWords: article.words,
    paragraphs: article.blocks.filter(block => block.kind === 'paragraph').length,
    needsScript: hasScriptRoot && facts.pageWords < MOST_WORDS_OF_A_SHELL,
  }
}
