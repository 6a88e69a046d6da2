import type { Platform } from '../../model/post.ts'
import type { PlatformRule } from '../platform-rule.ts'
import { bluesky } from './bluesky.ts'
import { facebook } from './facebook.ts'
import { instagram } from './instagram.ts'
import { linkedin } from './linkedin.ts'
import { mastodon } from './mastodon.ts'
import { other } from './other.ts'
import { reddit } from './reddit.ts'
import { telegram } from './telegram.ts'
import { threads } from './threads.ts'
import { tiktok } from './tiktok.ts'
import { vimeo } from './vimeo.ts'
import { x } from './x.ts'
import { youtube } from './youtube.ts'

/** Every platform, in the order in which addresses are tried: those known by host first, Mastodon last. */
export const PLATFORM_RULES: readonly PlatformRule[] = [
  x,
  instagram,
  facebook,
  threads,
  tiktok,
  youtube,
  bluesky,
  reddit,
  telegram,
  linkedin,
  vimeo,
  other,
  mastodon,
]

const BY_NAME: ReadonlyMap<Platform, PlatformRule> = new Map(
  PLATFORM_RULES.map(rule => [rule.platform, rule]),
)

export function ruleOf(platform: Platform): PlatformRule {
  return BY_NAME.get(platform) ?? other
}
