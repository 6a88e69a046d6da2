import { ORPCError } from '@orpc/server'
import { type ErrorCode, StetError } from '../errors.ts'

/** HTTP status by code, for the browser's door; what is not named here is 500. Faces decide by `code` only. */
const STATUS: Partial<Readonly<Record<ErrorCode, number>>> = {
  usage: 400,
  'invalid-url': 400,
  'bad-input': 400,
  ambiguous: 400,
  'not-found': 404,
  'archive-locked': 409,
  'archive-readonly': 409,
  'too-large': 413,
  cancelled: 499,
}

interface Issue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[]
}

function issuesOf(error: ORPCError<string, unknown>): readonly string[] {
  const { issues } = (error.data ?? {}) as { readonly issues?: readonly Issue[] }
  return (issues ?? []).map(({ message, path = [] }) => {
    const at = path.map(step => String(typeof step === 'object' ? step.key : step)).join('.')
    return at === '' ? message : `${at}: ${message}`
  })
}

/** Whatever a call threw, as the one error of the core. What nobody foresaw says so, without its insides. */
export function stetErrorOf(thrown: unknown): StetError {
  if (thrown instanceof StetError) return thrown
  if (thrown instanceof ORPCError && thrown.code === 'BAD_REQUEST') {
    const issues = issuesOf(thrown)
    const what = issues.length > 0 ? ` (${issues.slice(0, 3).join('; ')})` : ''
    return new StetError('usage', `The call was not understood${what}. Nothing was done.`, { issues }, thrown)
  }
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return new StetError('cancelled', 'The call was stopped.', {}, thrown)
  }
  const message = 'Stet made a mistake of its own. What was saved is not affected; try again.'
  return new StetError('internal', message, {}, thrown)
}

/** The error in the form that crosses both transports: same code, message and data. */
export function wireError(thrown: unknown): ORPCError<string, unknown> {
  const error = stetErrorOf(thrown)
  const { code, message, data } = error
  // For who looks for the mistake; nobody else is shown a stack.
  if (code === 'internal' && process.env['STET_DEBUG']) process.stderr.write(`${stackOf(error)}\n`)
  return new ORPCError(code, { status: STATUS[code] ?? 500, message, data, cause: thrown })
}

const stackOf = ({ cause, stack }: StetError): string => (cause instanceof Error ? cause.stack : stack) ?? ''
