/**
 * The one style element that React Aria makes at run time: `touch-action` for what can be pressed. Should its text
 * change, this hash no longer fits and the style is refused, which only touch screens would notice.
 */
const PRESSABLE_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='"

/**
 * What the app's own pages may do: their own scripts, styles, pictures, fonts and calls, and archived pages in
 * frames from their own origin. Nothing from anywhere else, and nobody may frame them.
 */
export function appHeaders(pagesOrigin: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' ${PRESSABLE_STYLE}`,
      "img-src 'self' blob: data:",
      "font-src 'self'",
      "connect-src 'self'",
      `frame-src ${pagesOrigin}`,
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
