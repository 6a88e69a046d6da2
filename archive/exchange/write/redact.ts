const SECRET = /^(?:cookie2?|set-cookie2?|authorization|proxy-authorization|x-csrf-token|x-xsrf-token)$/i

/** Whether a header may hold what signs a person in: its value never leaves the archive. */
export function isSecretHeader(name: string): boolean {
  return SECRET.test(name)
}

/** What stands in the place of a value that was left out. */
export const REDACTED = '[left out by Stet]'

interface Pair {
  readonly name: string
  readonly value: string
}

function withoutSecrets(message: Record<string, unknown>): Record<string, unknown> {
  const headers = (message['headers'] ?? []) as readonly Pair[]
  const cookies = (message['cookies'] ?? []) as readonly Pair[]
  return {
    ...message,
    headers: headers.map(pair => (isSecretHeader(pair.name) ? { ...pair, value: REDACTED } : pair)),
    cookies: cookies.map(pair => ({ ...pair, value: REDACTED })),
  }
}

/** A HAR without the values of cookies and credentials. */
export function redactedHar(har: unknown): unknown {
  const { log } = har as { log: { entries: readonly Record<string, unknown>[] } }
  const entries = log.entries.map(entry => ({
    ...entry,
    request: withoutSecrets(entry['request'] as Record<string, unknown>),
    response: withoutSecrets(entry['response'] as Record<string, unknown>),
  }))
  return { log: { ...log, entries } }
}
