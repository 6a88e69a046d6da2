import {
  dataWithoutCredentials,
  LEFT_OUT_MARK,
  textWithoutCredentials,
  withoutCredentials,
} from '../model/secrets/addresses.ts'
import { LEFT_OUT } from '../model/secrets/headers.ts'
import type { CapturedPage } from '../model/captured.ts'
import type { Redaction, Warning } from '../model/snapshot.ts'
import type { Attempt } from './attempt.ts'
import type { Story } from './keep.ts'

const HAR = 'data/network.har'

function saidWithout(warnings: readonly Warning[]): readonly Warning[] {
  return warnings.map(({ code, message }) => ({ code, message: textWithoutCredentials(message) }))
}

/** The address as it was asked for cannot be asked for again: a part of it was not kept. */
const ADDRESS_NOT_KEPT: Warning = {
  code: 'address-not-kept',
  message:
    'The address held a value that signs somebody in. It was used once and is not kept: to capture the page again, give the address anew, or use a profile.',
}

/** What is said of how a page was reached, as it may be kept. Its bytes stay as they came. */
export function pageWithoutSecrets(page: CapturedPage): CapturedPage {
  return {
    ...page,
    requestedUrl: withoutCredentials(page.requestedUrl),
    finalUrl: withoutCredentials(page.finalUrl),
    redirects: dataWithoutCredentials(page.redirects),
  }
}

const notKept = (asked: string): readonly Warning[] =>
  withoutCredentials(asked) === asked ? [] : [ADDRESS_NOT_KEPT]

/** A story as it may be kept: no address in what is said of it signs anybody in. Bodies stay as they came. */
export function storyWithoutSecrets(story: Story): Story {
  const { page, resources } = story
  const bodies = new Map(Array.from(resources.bodies, ([url, body]) => [withoutCredentials(url), body]))
  return {
    ...story,
    page: pageWithoutSecrets(page),
    article: dataWithoutCredentials(story.article),
    resources: { ...resources, bodies },
    warnings: [...saidWithout(story.warnings), ...(story.import ? [] : notKept(story.input))],
  }
}

export function attemptWithoutSecrets(attempt: Attempt): Attempt {
  const { requestedUrl, finalUrl, evidence, warnings } = attempt
  return {
    ...dataWithoutCredentials(attempt),
    requestedUrl: withoutCredentials(requestedUrl),
    finalUrl: finalUrl === null ? null : withoutCredentials(finalUrl),
    evidence: evidence.map(textWithoutCredentials),
    warnings: [...saidWithout(warnings), ...notKept(requestedUrl)],
  }
}

function texts(data: unknown): readonly string[] {
  if (typeof data === 'string') return [data]
  if (data === null || typeof data !== 'object') return []
  return Object.values(data).flatMap(texts)
}

const counted = (where: string, what: Redaction['what'], count: number): readonly Redaction[] =>
  count > 0 ? [{ where, what, count }] : []

/** What was left out of a story's `network.har` and of what is said of it, besides what its engine left out. */
export function redactionsIn({ har, page, article, redactions = [] }: Story): readonly Redaction[] {
  const inHar = texts(har)
  const inPage = texts([page.requestedUrl, page.finalUrl, page.redirects])
  const marks = (all: readonly string[]): number => all.filter(text => text.includes(LEFT_OUT_MARK)).length
  return [
    ...counted(HAR, 'headers', inHar.filter(text => text === LEFT_OUT).length),
    ...counted(HAR, 'addresses', marks(inHar)),
    ...counted('data/snapshot.json', 'addresses', marks(inPage)),
    ...counted('data/article.json', 'addresses', marks(texts(article))),
    ...redactions,
  ]
}
