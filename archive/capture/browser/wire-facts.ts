import { fingerprintOf, type WireFacts } from './entries.ts'
import type { Recording } from './recording.ts'
import { orNull, type Tab } from './tab.ts'
import type { Tunnel } from './tunnel.ts'

/** More origins than a page's readers care to check. */
const MAX_ORIGINS = 20
const ASK_MS = 2_000

/** What is known of the connections of a page: where they led, and the certificates that were shown. */
export async function wireFacts(
  tab: Tab,
  recording: Recording,
  tunnel: Tunnel,
  signal: AbortSignal,
): Promise<WireFacts> {
  const secure = recording.hops.filter(hop => hop.response?.securityDetails)
  const origins = [...new Set(secure.map(hop => new URL(hop.url).origin))].slice(0, MAX_ORIGINS)
  const fingerprints = new Map<string, string>()
  await Promise.all(
    origins.map(async origin => {
      const asked = tab.session.send<{ tableNames: readonly string[] }>('Network.getCertificate', { origin })
      const answer = await orNull(asked, ASK_MS, signal)
      const fingerprint = answer?.tableNames[0] ? fingerprintOf(answer.tableNames[0]) : null
      if (fingerprint) fingerprints.set(origin, fingerprint)
    }),
  )
  return { tunnel, fingerprints }
}
