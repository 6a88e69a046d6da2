/** What the body of a request comes down to, as an index has it. */
export interface IndexedRequest {
  readonly method: string
  /** Null for methods that carry no body. */
  readonly query: string | null
}

/** The fields of JSON as parameters, whatever they are nested in; a name that comes again gets a number. */
function jsonQuery(text: string): string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return ''
  }
  const params = new URLSearchParams()
  const times = new Map<string, number>()
  const add = (found: unknown, name: string): void => {
    if (Array.isArray(found)) return found.forEach(one => add(one, name))
    if (typeof found === 'object' && found !== null) {
      return Object.entries(found).forEach(([key, one]) => add(one, key))
    }
    const words = String(found)
    if (words === '') return
    const before = times.get(name) ?? 0
    times.set(name, before + 1)
    params.set(before === 0 ? name : `${name}.${before + 1}_`, words)
  }
  add(value, '')
  return params.toString()
}

/** The fields of a form with files, as far as they are text. Source: RFC 7578. */
function formQuery(text: string, contentType: string): string {
  const boundary = contentType.split('boundary=')[1]
  const params = new URLSearchParams()
  if (!boundary) return ''
  for (const part of text.split(`--${boundary.replaceAll('"', '')}`)) {
    const field = /name="([^"]+)"\r\n\r\n(.*)/i.exec(part.trim())
    if (field) params.set(field[1]!, field[2]!)
  }
  return params.toString()
}

/**
 * A request with a body as parameters of its address: how CDXJ indexes tell apart requests to one address, so that
 * replay finds the answer to each. Source: the CDXJ of pywb and warcio ("POST" appended as `__wb_method`).
 */
export function indexedRequest(method: string, contentType: string | null, body: Buffer): IndexedRequest {
  if (!/^(?:POST|PUT|PATCH|DELETE)$/.test(method)) return { method, query: null }
  const text = () => body.toString('utf8')
  switch (contentType?.split(';', 1)[0]!.trim()) {
    case 'application/x-www-form-urlencoded':
      return { method, query: text() }
    case 'application/json':
    case 'text/plain':
      return { method, query: jsonQuery(text()) }
    case 'multipart/form-data':
      return { method, query: formQuery(text(), contentType) }
    default:
      return { method, query: `__wb_post_data=${body.toString('base64')}` }
  }
}

/** The address with what was sent to it, as indexes sort it. */
export function queriedUri(uri: string, { method, query }: IndexedRequest): string {
  if (query === null) return uri
  return `${uri}${uri.includes('?') ? '&' : '?'}__wb_method=${method}&${query}`
}
