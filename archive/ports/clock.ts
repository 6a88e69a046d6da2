import type { Timestamp } from '../model/time.ts'

export interface Clock {
  /** The current moment in UTC. */
  now(): Timestamp
}

export const systemClock: Clock = { now: () => new Date().toISOString() }
