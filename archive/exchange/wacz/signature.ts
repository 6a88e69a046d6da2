import { createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import { z } from 'zod'
import { sha256Hex } from '../../model/hash.ts'
import { readTimeStamp } from './time-stamp.ts'

/** What a WACZ file says of who made it, and whether that is true. Source: WACZ Signing and Verification 0.1.0. */
export interface WaczSignature {
  /**
   * `signed`: it fits, and its certificate comes from an authority known here. `unproven`: it fits, but nothing shows
   * whose it is. `wrong`: the signature, or the hash it covers, does not fit the file.
   */
  readonly state: 'unsigned' | 'signed' | 'unproven' | 'wrong'
  /** Domain of the certificate, or `key <start of its SHA-256>`; null where nothing is signed. */
  readonly by: string | null
  /** When it was signed, as the signer says. */
  readonly at: string | null
  /** For people: what was checked, and what was not. */
  readonly note: string
}

const signedSchema = z.looseObject({
  hash: z.string(),
  signature: z.string(),
  created: z.string().optional(),
  publicKey: z.string().optional(),
  domain: z.string().optional(),
  domainCert: z.string().optional(),
  timeSignature: z.string().optional(),
})

const digestSchema = z.looseObject({
  path: z.string().optional(),
  hash: z.string(),
  signedData: signedSchema.optional(),
})

const UNSIGNED = { state: 'unsigned', by: null, at: null } as const

type Signed = z.infer<typeof signedSchema>

interface Signer {
  readonly key: KeyObject
  readonly by: string
  /** Why nothing shows whose signature it is; null where it is shown. */
  readonly doubt: string | null
}

/** The certificates of a PEM text, the signer's own first. */
function certificatesIn(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
  return blocks.map(block => new X509Certificate(block))
}

const issued = (issuer: X509Certificate, certificate: X509Certificate) =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)

/** Whether a chain of certificates ends at one of the authorities that Node knows. */
function leadsToKnownRoot(chain: readonly X509Certificate[]): boolean {
  const roots = rootCertificates.map(pem => new X509Certificate(pem))
  for (const [i, certificate] of chain.entries()) {
    if (roots.some(root => root.fingerprint256 === certificate.fingerprint256 || issued(root, certificate)))
      return true
    const next = chain[i + 1]
    if (!next || !issued(next, certificate)) return false
  }
  return false
}

function certified(signed: Signed, pem: string): Signer | null {
  const chain = certificatesIn(pem)
  const [own] = chain
  if (!own || !signed.domain || own.checkHost(signed.domain) === undefined) return null
  const at = Date.parse(signed.created ?? '')
  const inTime = at >= Date.parse(own.validFrom) && at <= Date.parse(own.validTo)
  const known = leadsToKnownRoot(chain)
  const doubts = [
    ...(known ? [] : ['its certificate does not come from an authority known here']),
    ...(inTime ? [] : ['its certificate was not valid at the time it names']),
  ]
  return { key: own.publicKey, by: signed.domain, doubt: doubts.join(', and ') || null }
}

function signerOf(signed: Signed): Signer | null {
  try {
    if (signed.domainCert) return certified(signed, signed.domainCert)
    const der = Buffer.from(signed.publicKey ?? '', 'base64')
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
    return { key, by: `key ${sha256Hex(der).slice(0, 16)}`, doubt: 'nothing says whose key it is' }
  } catch {
    return null
  }
}

/** Browsers sign in the plain form, OpenSSL in DER; both stand in files. */
function holds(key: KeyObject, { hash, signature }: Signed): boolean {
  const bytes = Buffer.from(signature, 'base64')
  return (['der', 'ieee-p1363'] as const).some(dsaEncoding => {
    try {
      return verify('sha256', Buffer.from(hash), { key, dsaEncoding }, bytes)
    } catch {
      return false
    }
  })
}

const minute = (at: string) => `${at.slice(0, 16).replace('T', ' ')} UTC`

/** What is said of the time stamp, and a doubt where it was made for something else. */
function stampWords({ timeSignature, signature }: Signed): {
  readonly note: string
  readonly doubt: string | null
} {
  if (!timeSignature) return { note: 'It has no time stamp.', doubt: null }
  const stamp = readTimeStamp(timeSignature, signature)
  if (stamp === null) return { note: 'Its time stamp cannot be read.', doubt: null }
  if (!stamp.fits) return { note: '', doubt: 'its time stamp was made for something else' }
  return {
    note: `It has a time stamp for this signature, of ${minute(stamp.at)}; who made the stamp was not checked.`,
    doubt: null,
  }
}

/**
 * Checks `datapackage-digest.json` against the SHA-256 of `datapackage.json`, and the certificate against the
 * authorities that Node knows. Of the time stamp (RFC 3161) that a file may bring along it is checked what it was made
 * for, not who made it.
 */
export function checkSignature(digestFile: Buffer | null, packageSha256: string): WaczSignature {
  if (digestFile === null)
    return { ...UNSIGNED, note: 'The file is not signed and has no digest of its own.' }
  let parsed
  try {
    parsed = digestSchema.parse(JSON.parse(digestFile.toString('utf8')))
  } catch {
    return { ...UNSIGNED, state: 'wrong', note: 'Its datapackage-digest.json cannot be read.' }
  }
  const { hash, signedData } = parsed
  const at = signedData?.created ?? null
  const wrong = (note: string): WaczSignature => ({ state: 'wrong', by: null, at, note })
  if (hash !== `sha256:${packageSha256}`) {
    return wrong(
      'Its datapackage.json is not the one that its digest was made of: it was changed afterwards.',
    )
  }
  if (!signedData) return { ...UNSIGNED, note: 'The file is not signed; its digest is right.' }
  if (signedData.hash !== hash) return wrong('What was signed is not this datapackage.json.')
  const signer = signerOf(signedData)
  if (signer === null) return wrong('The key or certificate of its signature cannot be used.')
  if (!holds(signer.key, signedData)) return wrong('Its signature does not fit.')
  const { by } = signer
  const stamp = stampWords(signedData)
  const doubt = [signer.doubt, stamp.doubt].filter(words => words !== null).join(', and ') || null
  const note = `Signed by ${by}: the signature fits${doubt ? `, but ${doubt}` : ''}. ${stamp.note}`.trimEnd()
  return { state: doubt ? 'unproven' : 'signed', by, at, note }
}
