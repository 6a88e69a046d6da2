import type { Command } from 'commander'
import type { ProfileSummary } from '../../index.ts'
import { readText } from '../read-text.ts'
import type { Session } from '../session.ts'
import { profileInWords, profilesInWords } from '../words/profiles.ts'

/** Profiles are the person's, not an archive's: none is opened. The core is loaded when it is needed. */
async function openProfiles() {
  const { localProfiles } = await import('../../index.ts')
  return localProfiles()
}

export function registerProfile(program: Command, session: Session): void {
  const profile = program
    .command('profile')
    .description('sign-ins that captures can use: kept in your own folder, never in an archive')
  const made = (summary: ProfileSummary): void =>
    session.print({ profile: summary }, () => profileInWords(summary))

  profile
    .command('list')
    .description('the profiles there are; what signs you in is not shown')
    .action(async () => {
      const profiles = await (await openProfiles()).list()
      session.print({ profiles }, () => profilesInWords(profiles))
    })

  profile
    .command('sign-in')
    .description('open a window to sign in by hand; closing it keeps the sign-in')
    .argument('<name>', 'what to call the profile, or one to sign in anew')
    .argument('<url>', 'the page to sign in on')
    .action(async (name: string, url: string) => {
      session.tell('stet: sign in in the window that opens, then close it.')
      made(await (await openProfiles()).signIn({ name, url, signal: session.signal }))
    })

  profile
    .command('import')
    .description('make a profile of cookies that were saved from a browser')
    .argument('<name>', 'what to call the profile')
    .argument('<file>', 'cookies.txt (Netscape format), or the JSON of a cookie extension')
    .action(async (name: string, file: string) => {
      const text = await readText(file, { what: 'file', undone: 'No profile was made' })
      made(await (await openProfiles()).importCookies(name, text))
    })

  profile
    .command('remove')
    .description('forget a sign-in; snapshots that were captured with it stay')
    .argument('<name>', 'the profile')
    .action(async (name: string) => {
      await (await openProfiles()).remove(name)
      session.print({ removed: name }, () => `The profile "${name}" is removed.`)
    })
}
