import { LINK_SCHEME } from '../../archive/contract/desktop.ts'
import { externalUrl } from '../security/urls.ts'

/** The address a `stet://capture?url=…` link asks to capture; null for any other link. */
export function captureUrlOf(link: string): string | null {
  const url = URL.canParse(link) ? new URL(link) : null
  if (url?.protocol !== `${LINK_SCHEME}:` || url.host !== 'capture') return null
  return externalUrl(url.searchParams.get('url'))
}

/** The link among a command line's arguments: how Linux and Windows hand it over. */
export function linkIn(args: readonly string[]): string | null {
  return args.find(arg => arg.startsWith(`${LINK_SCHEME}://`)) ?? null
}
