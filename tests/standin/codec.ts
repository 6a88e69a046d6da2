/**
 * Values that may cross a port, as text: what the structured clone of Electron's IPC carries, and nothing else.
 * Both functions are also sent into the page as source, so they use nothing from outside themselves.
 */
export function encode(value: unknown, toBase64: (bytes: Uint8Array) => string): string {
  const walk = (v: unknown): unknown => {
    if (v === null || typeof v === 'string' || typeof v === 'boolean') return v
    if (typeof v === 'number') return Number.isFinite(v) ? v : { $: 'n', v: String(v) }
    if (v === undefined) return { $: 'u' }
    if (typeof v === 'bigint') return { $: 'i', v: String(v) }
    if (typeof v !== 'object') throw new Error('An object could not be cloned.')
    if (Array.isArray(v)) return v.map(walk)
    if (v instanceof Date) return { $: 'd', v: v.getTime() }
    if (v instanceof Error) return { $: 'e', v: { name: v.name, message: v.message } }
    if (v instanceof Map) return { $: 'm', v: [...v].map(walk) }
    if (v instanceof Set) return { $: 's', v: [...v].map(walk) }
    if (v instanceof ArrayBuffer) return { $: 'b', k: 'ArrayBuffer', v: toBase64(new Uint8Array(v)) }
    if (ArrayBuffer.isView(v)) {
      const bytes = new Uint8Array(v.buffer, v.byteOffset, v.byteLength)
      return { $: 'b', k: 'Uint8Array', v: toBase64(bytes) }
    }
    const proto: unknown = Object.getPrototypeOf(v)
    if (proto !== null && Object.getPrototypeOf(proto) !== null) {
      throw new Error('An object could not be cloned.')
    }
    return { $: 'o', v: Object.entries(v).map(([key, item]) => [key, walk(item)]) }
  }
  return JSON.stringify(walk(value))
}

export function decode(text: string, fromBase64: (text: string) => Uint8Array): unknown {
  type Tagged = { readonly $: string; readonly k?: string; readonly v: never }
  const walk = (v: unknown): unknown => {
    if (v === null || typeof v !== 'object') return v
    if (Array.isArray(v)) return v.map(walk)
    const { $: tag, k: kind, v: inner } = v as Tagged
    if (tag === 'n') return Number(inner)
    if (tag === 'i') return BigInt(inner)
    if (tag === 'd') return new Date(inner)
    if (tag === 'e') {
      const { name, message } = inner as { name: string; message: string }
      return Object.assign(new Error(message), { name })
    }
    if (tag === 'm') return new Map((inner as unknown[]).map(walk) as [unknown, unknown][])
    if (tag === 's') return new Set((inner as unknown[]).map(walk))
    if (tag === 'b') {
      const bytes = fromBase64(inner)
      return kind === 'ArrayBuffer' ? bytes.slice().buffer : bytes
    }
    if (tag === 'o') {
      return Object.fromEntries((inner as [string, unknown][]).map(([key, item]) => [key, walk(item)]))
    }
    return undefined
  }
  return walk(JSON.parse(text))
}

export const encodeInNode = (value: unknown): string =>
  encode(value, bytes =>
    Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length).toString('base64'),
  )

export const decodeInNode = (text: string): unknown =>
  decode(text, base64 => new Uint8Array(Buffer.from(base64, 'base64')))
