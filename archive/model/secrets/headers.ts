/** What stands in the place of a header's or a cookie's value that is not kept. */
export const LEFT_OUT = '[left out by Stet]'

/** Sources: RFC 9110 (authentication), RFC 6265 (cookies), and what frameworks and gateways document of theirs. */
const SECRET = [
  /^(?:set-)?cookie2?$/,
  /^(?:proxy-)?authorization$/,
  /^(?:proxy-)?authentication-info$/,
  /^x-.*token/,
  /^x-(?:csrf|xsrf|auth|session|access|api-key|apikey|secret|amz-security)/,
  /^(?:x-)?(?:csrf|xsrf|auth|session|access|refresh|id|security|private|bearer|guest|api)[-_]?(?:token|key|secret|id)$/,
  /^cf-access-(?:jwt-assertion|client-secret)$/,
  /^x-(?:amzn-oidc|goog-iap-jwt|forwarded-access|ms-token|vercel-protection)/,
  /^(?:dpop|signature|sec-token-binding|token|api-?key)$/,
] as const

/** Whether a header's value may sign somebody in: it is never kept. */
export function isSecretHeader(name: string): boolean {
  const key = name.toLowerCase()
  return SECRET.some(pattern => pattern.test(key))
}

/** Headers that hold one or more addresses. */
export function isAddressHeader(name: string): boolean {
  return /^(?::path|location|content-location|referer|link|refresh|origin|sourcemap|x-(?:original|forwarded|rewrite)-(?:url|uri))$/i.test(
    name,
  )
}
