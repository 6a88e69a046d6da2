import canonicalize from 'canonicalize'

/** Canonical JSON (RFC 8785): one byte sequence per value, so that it can be hashed. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('This value has no JSON form.')
  return text
}

/** JSON for files that people read: two spaces, a newline at the end. */
export function prettyJson(value: unknown): string {
  return JSON.stringify(value, null, 2) + '\n'
}
