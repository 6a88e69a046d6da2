import { addressOf, isNoPost, type Address } from '../address.ts'
import { tagOf } from '../element-text.ts'
import { NOTHING_SAID, type Said } from '../said.ts'
import type { Finder } from './search.ts'

const FRAMES = new Set(['iframe', 'embed', 'object', 'amp-iframe', 'amp-video-iframe', 'amp-embedly-card'])
/** Titles that name the frame, not what it shows. */
const EMPTY_TITLE =
  /^(?:(?:the )?(?:embedded|external|inline|media|content|video|audio|post|tweet|youtube|vimeo|twitter|x|spotify|soundcloud|giphy|dailymotion|facebook|instagram|reddit|tiktok)\W*)*(?:(?:video|media|audio)?\s*(?:player|embed|iframe|frame|content|post|tweet|widget))?$/i
const TITLED = new Set(['youtube', 'vimeo', 'other'])

function addressesOf(element: Element): readonly string[] {
  const own = ['src', 'data-src', 'data', 'data-url'].map(name => element.getAttribute(name) ?? '')
  const rest = [...element.attributes]
    .filter(a => /^(?:https?:)?\/\/|^\/|^at:/.test(a.value))
    .map(a => a.value)
  // The embed first: it is what browsers played; the parameters were for one browser of its time.
  const inner = [...element.querySelectorAll('embed'), ...element.querySelectorAll('param')].map(
    e => e.getAttribute('value') ?? e.getAttribute('src') ?? '',
  )
  return [...own, ...rest, ...inner].filter(value => value !== '')
}

function saidByTitle(element: Element, address: Address): Said {
  const title = element.getAttribute('title')?.trim() ?? ''
  const named = TITLED.has(address.platform) && !EMPTY_TITLE.test(title)
  return named ? { ...NOTHING_SAID, text: title.slice(0, 500) } : NOTHING_SAID
}

/** Frames and plug-in objects, with their address in `src` or kept back for a lazy loader or a consent wall. */
export const frameFinder: Finder = (element, { pageUrl, inside }) => {
  if (!FRAMES.has(tagOf(element))) return null
  if (isNoPost(element.getAttribute('src') ?? '', pageUrl)) return []
  const lazy = !addressOf(element.getAttribute('src') ?? '', { use: 'frame', base: pageUrl })
  for (const text of addressesOf(element)) {
    const address = addressOf(text, { use: 'frame', base: pageUrl })
    if (!address) continue
    const form = tagOf(element).startsWith('amp-')
      ? 'amp'
      : lazy && tagOf(element) === 'iframe'
        ? 'lazy'
        : 'iframe'
    return [{ address, form, said: saidByTitle(element, address) }]
  }
  const code = element.getAttribute('srcdoc') ?? ''
  const found = code.includes('<') ? inside(code) : []
  return found.length > 0 ? found : null
}
