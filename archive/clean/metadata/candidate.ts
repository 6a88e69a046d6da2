import type { Origin } from '../../model/article.ts'

/** A value for one field and the place on the page that it was read from. */
export interface Candidate<T> {
  readonly value: T
  readonly origin: Origin
}

export function candidate<T>(value: T | null | undefined, origin: Origin): Candidate<T>[] {
  return value === null || value === undefined || value === '' ? [] : [{ value, origin }]
}
