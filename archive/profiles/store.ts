import { join } from 'node:path'
import envPaths from 'env-paths'
import { z } from 'zod'
import { StetError } from '../errors.ts'
import { type Clock, systemClock } from '../ports/clock.ts'
import { SecretFolder } from './folder.ts'
import { checkedName, fileOfName } from './names.ts'
import { hostsOf, isRelated, mergedState, ownPart } from './state.ts'
import type { Profile, ProfileStore, ProfileSummary } from './types.ts'

const cookieSchema = z.object({
  name: z.string(),
  value: z.string(),
  domain: z.string(),
  path: z.string(),
  expires: z.number(),
  httpOnly: z.boolean(),
  secure: z.boolean(),
  sameSite: z.enum(['Strict', 'Lax', 'None']).optional(),
})

const profileSchema = z.object({
  format: z.literal('stet-profile/1'),
  name: z.string(),
  url: z.string().nullable(),
  signedInAt: z.string(),
  usedAt: z.string().nullable(),
  state: z.object({
    cookies: z.array(cookieSchema),
    storage: z.record(z.string(), z.record(z.string(), z.string())),
  }),
})

/** The person's own folder, outside every archive; `STET_PROFILES` names another. */
export function profilesFolder(env: NodeJS.ProcessEnv = process.env): string {
  return env['STET_PROFILES'] || join(envPaths('Stet', { suffix: '' }).config, 'profiles')
}

function parse(text: string): Profile | null {
  try {
    const { format: _format, ...profile } = profileSchema.parse(JSON.parse(text))
    return profile
  } catch {
    return null
  }
}

/** The site that was signed in on before those that came along. */
function ownFirst(hosts: readonly string[], url: string | null): readonly string[] {
  const own = url === null ? null : (URL.parse(url)?.hostname ?? null)
  if (own === null) return hosts
  const [near, far] = [true, false].map(wanted => hosts.filter(host => isRelated(host, own) === wanted))
  return [...near!, ...far!]
}

function summaryOf({ name, url, signedInAt, usedAt, state }: Profile): ProfileSummary {
  const ends = state.cookies.map(cookie => cookie.expires)
  const last = ends.length > 0 && ends.every(at => at > 0) ? Math.max(...ends) : null
  return {
    name,
    url,
    hosts: ownFirst(hostsOf(state), url),
    signedInAt,
    usedAt,
    cookies: state.cookies.length,
    endsAt: last === null ? null : new Date(Math.min(last * 1000, MAX_DATE_MS)).toISOString(),
  }
}

/** The last moment that RFC 3339 can write; cookies may name later ones. */
const MAX_DATE_MS = Date.UTC(9999, 11, 31)

function notFound(name: string): StetError {
  return new StetError(
    'not-found',
    `There is no profile "${name}". "stet profile list" shows those there are; "stet profile sign-in NAME URL" makes one.`,
    { profile: name },
  )
}

function damaged(name: string): StetError {
  return new StetError(
    'bad-input',
    `The profile "${name}" is damaged and cannot be used. Remove it and sign in again; the archive is not affected.`,
    { profile: name },
  )
}

/** Profiles as files of a folder, one each. */
export function createProfileStore(
  dir: string = profilesFolder(),
  { clock = systemClock }: { readonly clock?: Clock } = {},
): ProfileStore {
  const folder = new SecretFolder(dir)
  const write = (profile: Profile): Promise<void> =>
    folder.write(fileOfName(profile.name), JSON.stringify({ format: 'stet-profile/1', ...profile }) + '\n')

  async function find(name: string): Promise<Profile | null> {
    const text = await folder.read(fileOfName(name))
    if (text === null) return null
    const profile = parse(text)
    if (profile === null) throw damaged(name)
    return profile
  }

  return {
    async list() {
      const texts = await Promise.all((await folder.names()).map(name => folder.read(name)))
      const profiles = texts.flatMap(text => (text === null ? [] : (parse(text) ?? [])))
      return profiles.map(summaryOf).toSorted((a, b) => a.name.localeCompare(b.name))
    },

    async read(text) {
      const name = checkedName(text)
      const profile = await find(name)
      if (profile === null) throw notFound(name)
      return profile
    },

    save(text, { url, state }) {
      const name = checkedName(text)
      return folder.alone(async () => {
        const profile: Profile = { name, url, signedInAt: clock.now(), usedAt: null, state }
        await write(profile)
        return summaryOf(profile)
      })
    },

    refresh(text, before, after) {
      const name = checkedName(text)
      return folder.alone(async () => {
        const profile = await find(name)
        if (profile === null) return
        const hosts = hostsOf(profile.state)
        const state = mergedState(profile.state, ownPart(before, hosts), ownPart(after, hosts))
        await write({ ...profile, usedAt: clock.now(), state })
      })
    },

    remove(text) {
      const name = checkedName(text)
      return folder.alone(async () => {
        if ((await folder.read(fileOfName(name))) === null) throw notFound(name)
        await folder.remove(fileOfName(name))
      })
    },
  }
}
