import { z } from 'zod'
import type { DeepReadonly } from './deep-readonly.ts'

/** Longest name of a profile. */
export const MAX_PROFILE_NAME = 60

/** A signed-in profile without its secrets: no value of it leaves the core. */
export const profileSchema = z.object({
  name: z.string(),
  /** Where the person signed in; null where cookies came out of a file. */
  url: z.string().nullable(),
  /** Sites it holds cookies or storage of. */
  hosts: z.array(z.string()),
  signedInAt: z.string(),
  /** When a capture last used it; null where none has. */
  usedAt: z.string().nullable(),
  cookies: z.int(),
  /** When the last of its cookies runs out; null where one lasts until the site ends it. */
  endsAt: z.string().nullable(),
})
export type Profile = DeepReadonly<z.infer<typeof profileSchema>>

export const signInRequestSchema = z.object({
  /** One that is there already is signed in with anew. */
  name: z.string().trim().min(1),
  /** Where the window begins. */
  url: z.string().trim().min(1),
})

/** A file of cookies is no larger than this. */
export const MAX_COOKIE_FILE_BYTES = 4 * 1024 * 1024

export const cookiesRequestSchema = z.object({
  name: z.string().trim().min(1),
  file: z.file().max(MAX_COOKIE_FILE_BYTES),
})

/** How a sign-in goes: the window is being shown, then the person closed it and this is what was kept. */
export const signInEventSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('open') }),
  z.object({ step: z.literal('done'), profile: profileSchema }),
])
export type SignInEvent = DeepReadonly<z.infer<typeof signInEventSchema>>
