import { isContractProcedure } from '@orpc/contract'
import type { Calls } from '../support/service.ts'

/** Dotted names of all calls in a contract. */
export function callNames(contract: object, path: readonly string[] = []): readonly string[] {
  if (isContractProcedure(contract)) return [path.join('.')]
  return Object.entries(contract).flatMap(([name, inner]) => callNames(inner as object, [...path, name]))
}

type Call = (...args: readonly unknown[]) => Promise<unknown>

/** One call of a client by its dotted name. */
export function callOf(calls: Calls, name: string): Call {
  let at: unknown = calls
  for (const step of name.split('.')) at = (at as Record<string, unknown>)[step]
  return at as Call
}

const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/**
 * What must be the same however it came: times and new ids are not, and a file is its name, type and bytes.
 */
export async function comparable(value: unknown): Promise<unknown> {
  if (value instanceof Blob) {
    const { name, type } = value as File
    return { name, type, bytes: Buffer.from(await value.arrayBuffer()).toString('base64') }
  }
  if (typeof value === 'string') return value.replace(TIME, '<time>').replace(UUID, '<id>')
  if (Array.isArray(value)) return Promise.all(value.map(comparable))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => key !== 'seconds')
  return Object.fromEntries(
    await Promise.all(entries.map(async ([key, inner]) => [key, await comparable(inner)] as const)),
  )
}
