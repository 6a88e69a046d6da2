export { parseCookieFile } from './cookie-file.ts'
export { createProfiles, type Profiles, type SignInRequest } from './sign-in.ts'
export { createProfileStore, profilesFolder } from './store.ts'
export type { ProfileStore, ProfileSummary } from './types.ts'
