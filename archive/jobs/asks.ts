import type { ImportOptions } from '../capture/import/index.ts'
import { StetError } from '../errors.ts'
import { canonicalUrl, parseUrl } from '../model/url.ts'

/**
 * Checked before anything is written: a slip of the pen in the third URL costs nothing. Throws `invalid-url`.
 */
export function assertCapturable(text: string): void {
  const url = parseUrl(text)
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return void canonicalUrl(url)
  const what = url ? `${url.protocol.slice(0, -1)} addresses are not captured` : 'that is not a URL'
  throw new StetError(
    'invalid-url',
    `${text}: ${what}. Nothing was captured; give an http or https address in full.`,
    { url: text },
  )
}

/** What a person says of the files they import. Throws `invalid-url`, or `usage` for what is not a time. */
export function importAsk(said: {
  readonly url?: string | null
  readonly capturedAt?: string | null
}): ImportOptions {
  const { url = null, capturedAt = null } = said
  if (url !== null) assertCapturable(url)
  if (capturedAt !== null && Number.isNaN(Date.parse(capturedAt))) {
    throw new StetError('usage', `"${capturedAt}" is not a time. Write it as 2026-11-21T19:22:55Z.`, {
      capturedAt,
    })
  }
  return {
    ...(url === null ? {} : { url }),
    ...(capturedAt === null ? {} : { capturedAt: new Date(capturedAt).toISOString() }),
  }
}
