import { useQuery } from '@tanstack/react-query'
import type { Profile } from '../../../../archive/contract/profiles.ts'
import { stet } from '../../../client/calls.ts'

const isWithin = (host: string, other: string): boolean => host === other || host.endsWith(`.${other}`)

/** Those of the profiles that are signed in at the site of an address, its subdomains or the domain above it. */
export function profilesFor(url: string, profiles: readonly Profile[]): readonly string[] {
  const host = URL.parse(url)?.hostname
  if (!host) return []
  const fits = (one: string) => isWithin(host, one) || isWithin(one, host)
  return profiles.filter(({ hosts }) => hosts.some(fits)).map(({ name }) => name)
}

/** Names of the profiles with which this address could be captured. */
export function useProfilesFor(url: string): readonly string[] {
  const { data } = useQuery(stet.profiles.list.queryOptions())
  return profilesFor(url, data?.profiles ?? [])
}
