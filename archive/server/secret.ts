import { randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits in base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares in a time that says nothing about where two texts differ. */
export function sameSecret(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)]
  return a.length === b.length && timingSafeEqual(a, b)
}
