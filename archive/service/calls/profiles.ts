import type { SignInEvent } from '../../contract/profiles.ts'
import type { ServiceContext } from '../context.ts'
import { os, type Sent, sent } from '../os.ts'
import { signIn } from '../sign-in.ts'

export const profilesHandlers = ({ archive }: ServiceContext) => ({
  list: os.profiles.list.handler(async () => sent({ profiles: await archive().profiles.list() })),
  signIn: os.profiles.signIn.handler(
    ({ input, signal }) =>
      signIn(input, archive().profiles, signal) as AsyncIteratorObject<Sent<SignInEvent>, undefined>,
  ),
  importCookies: os.profiles.importCookies.handler(async ({ input: { name, file } }) =>
    sent(await archive().profiles.importCookies(name, await file.text())),
  ),
  remove: os.profiles.remove.handler(({ input }) => archive().profiles.remove(input.name)),
})
