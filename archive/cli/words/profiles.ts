import type { ProfileSummary } from '../../index.ts'
import { count, moment } from './units.ts'

/** Sites that are named before the rest is only counted. */
const NAMED = 5

export function profileInWords({ name, hosts, cookies, signedInAt, usedAt, endsAt }: ProfileSummary): string {
  const more = hosts.length > NAMED ? ` and ${hosts.length - NAMED} more` : ''
  const used = usedAt === null ? 'not used yet' : `last used ${moment(usedAt)}`
  return [
    name,
    `  ${hosts.slice(0, NAMED).join(', ')}${more}`,
    `  ${count(cookies, 'cookie')}, signed in ${moment(signedInAt)}, ${used}` +
      (endsAt === null ? '' : `, ends ${moment(endsAt)} at the latest`),
  ].join('\n')
}

export function profilesInWords(profiles: readonly ProfileSummary[]): string {
  if (profiles.length === 0) return 'No profiles. `stet profile sign-in NAME URL` makes the first.'
  return profiles.map(profileInWords).join('\n')
}
