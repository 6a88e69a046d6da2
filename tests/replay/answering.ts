import type { Answering } from '../../archive/replay/types.ts'

export interface Answers {
  /** For `rewriteDocument`. */
  readonly answering: (base: string | null) => Answering
  /** Addresses that were asked for and are not held, in full. */
  readonly missing: string[]
}

/** A bag that holds these addresses, as a page at `page` asks for them. */
export function bagWith(
  held: Readonly<Record<string, string>>,
  page = 'https://quay.example/news/1',
): Answers {
  const missing: string[] = []
  const answering = (base: string | null): Answering => {
    const inFull = (url: string): string | null => URL.parse(url, base ?? page)?.href ?? null
    const stored = (url: string): string | null => held[inFull(url)?.split('#')[0] ?? ''] ?? null
    return {
      stored,
      inFull,
      held: url => (stored(url) === null ? null : { bytes: 40_000 }),
      file: () => null,
      drawing: () => null,
      rendered: false,
      isHere: url => inFull(url)?.split('#')[0] === page,
      missing: url => void missing.push(inFull(url) ?? url),
    }
  }
  return { answering, missing }
}
