/**
 * Attributes that hold a picture until a script moves it into `src`, by the loaders that use them: lazysizes,
 * vanilla-lazyload, lozad, jQuery lazyload and unveil, b-lazy, echo.js, WP Rocket, Jetpack, a3, Smush, Autoptimize,
 * Cloudflare Mirage, PageSpeed, Flickity, Slick, Swiper, Squarespace, Elementor and news CMSs.
 */
export const LAZY_URLS: ReadonlySet<string> = new Set([
  'data-src',
  'data-lazy',
  'data-lazy-src',
  'data-lazyload',
  'data-lazy-load',
  'data-lazyimage',
  'data-lazy-original',
  'data-original',
  'data-original-src',
  'data-orig-src',
  'data-actualsrc',
  'data-img',
  'data-img-src',
  'data-img-url',
  'data-image',
  'data-image-src',
  'data-image-url',
  'data-src-lazy',
  'data-src-img',
  'data-src-large',
  'data-src-retina',
  'data-defer-src',
  'data-delayed-url',
  'data-delay-src',
  'data-deferred',
  'data-echo',
  'data-ll-src',
  'data-cfsrc',
  'data-pagespeed-lazy-src',
  'data-flickity-lazyload',
  'data-flickity-lazyload-src',
  'data-runner-src',
  'data-ezsrc',
  'data-litespeed-src',
  'data-breeze',
  'data-hi-res-src',
  'data-hires',
  'data-full-src',
  'data-large-src',
  'data-consent-src',
  'data-cookieblock-src',
  'data-cmp-src',
  'data-poster',
  'data-thumb',
  'data-bg',
  'data-bg-src',
  'data-bg-url',
  'data-bg-image',
  'data-lazy-bg',
  'data-lazy-background',
  'data-background',
  'data-background-image',
  'data-background-src',
  'data-back',
  'data-nimg-src',
  'lazy-src',
  'lazysrc',
  'data-real-src',
  'data-origin',
])

/** The same for `srcset`. */
export const LAZY_SRCSETS: ReadonlySet<string> = new Set([
  'data-srcset',
  'data-lazy-srcset',
  'data-src-set',
  'data-original-set',
  'data-bgset',
  'data-bg-set',
  'data-lazy-bgset',
  'data-flickity-lazyload-srcset',
  'data-pagespeed-lazy-srcset',
  'data-ezsrcset',
  'data-litespeed-srcset',
  'data-ll-srcset',
  'data-delayed-srcset',
  'data-consent-srcset',
  'lazy-srcset',
])

/** Elements on which any `data-*` value that ends like a picture is taken for one. Links are not: they open on a click. */
export const PICTURE_HOLDERS: ReadonlySet<string> = new Set([
  'img',
  'source',
  'picture',
  'figure',
  'div',
  'span',
  'section',
  'header',
  'amp-img',
])

/** Longer values are data, not addresses. */
const MAX_ADDRESS = 4_000

const PICTURE_NAME = /^[^\s"'<>{}[\]]+\.(?:avif|webp|jpe?g|png|gif|svg|bmp)(?:[?#][^\s"'<>{}]*)?$/i

export function looksLikePicture(value: string): boolean {
  return value.length <= MAX_ADDRESS && PICTURE_NAME.test(value)
}

/** A lazy value as an address: bare, or wrapped in `url(…)`; null for templates (`{width}`), JSON and the like. */
export function lazyUrl(value: string): string | null {
  if (value.length > MAX_ADDRESS) return null
  const text = /^url\(\s*["']?(.*?)["']?\s*\)$/i.exec(value.trim())?.[1] ?? value.trim()
  return text === '' || /[\s{}<>"]|^\[|^(?:true|false|\d+)$/.test(text) ? null : text
}
