import type { VerifyReport } from '../../../archive/contract/results.ts'

/** What to do about a problem: the same for all of a group. */
const GROUPS = {
  lost: ['file-missing', 'file-changed', 'file-unreadable', 'fixity-hash', 'bag-missing'],
  lists: ['manifest-line', 'bagit-txt', 'payload-oxum'],
  strange: ['file-added', 'folder-added', 'not-a-file', 'bag-not-in-log'],
  purged: ['bag-purged'],
  log: ['log-line', 'log-chain', 'log-torn', 'log-head', 'log-changed', 'log-duplicate', 'log-purge'],
} as const satisfies Record<string, readonly string[]>

export type ProblemGroup = keyof typeof GROUPS
export type Problem = VerifyReport['problems'][number]

const GROUP_NAMES = Object.keys(GROUPS) as readonly ProblemGroup[]

/** Codes this version has words for. */
export const PROBLEM_CODES = Object.values(GROUPS).flat()
export type ProblemCode = (typeof PROBLEM_CODES)[number]

export const asProblemCode = (code: string): ProblemCode | null =>
  PROBLEM_CODES.find(known => known === code) ?? null

/** Problems by what is to be done about them; one that is not known counts as lost evidence, to be safe. */
export function grouped(
  problems: readonly Problem[],
): readonly { readonly group: ProblemGroup; readonly problems: readonly Problem[] }[] {
  const groupOf = (code: string): ProblemGroup =>
    GROUP_NAMES.find(name => (GROUPS[name] as readonly string[]).includes(code)) ?? 'lost'
  return GROUP_NAMES.map(group => ({
    group,
    problems: problems.filter(({ code }) => groupOf(code) === group),
  })).filter(({ problems: held }) => held.length > 0)
}
