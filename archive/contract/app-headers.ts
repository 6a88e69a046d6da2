/**
 * The one style element that React Aria makes at run time: `touch-action` for what can be pressed. Should its text
 * change, this hash no longer fits and the style is refused, which only touch screens would notice.
 */
const PRESSABLE_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='"

/**
 * What the app's own page may do, on both doors: its own scripts, styles, pictures, fonts and calls. Nothing from
 * anywhere else, and nobody may frame it. `pagesOrigin` is where the browser host shows archived pages in a frame;
 * null on the desktop, where they are a view of their own.
 */
export function appHeaders(pagesOrigin: string | null): Readonly<Record<string, string>> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' ${PRESSABLE_STYLE}`,
      "img-src 'self' blob: data:",
      "font-src 'self'",
      "connect-src 'self'",
      ...(pagesOrigin === null ? [] : [`frame-src ${pagesOrigin}`]),
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=(), display-capture=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  }
}
