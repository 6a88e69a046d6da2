import type { Certificate, TLSSocket } from 'node:tls'
import type { TlsFacts } from '../../model/snapshot.ts'

function nameOf(name: Certificate | undefined): string | null {
  if (!name || Object.keys(name).length === 0) return null
  return Object.entries(name)
    .map(([key, value]) => `${key}=${Array.isArray(value) ? value.join('+') : value}`)
    .join(', ')
}

function timeOf(text: string | undefined): string | null {
  const at = text ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

/** What a TLS connection says of itself and of the other side's certificate. */
export function tlsFactsOf(socket: TLSSocket): TlsFacts {
  const certificate = socket.getPeerCertificate()
  return {
    protocol: socket.getProtocol(),
    cipher: socket.getCipher()?.name ?? null,
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    validFrom: timeOf(certificate.valid_from),
    validTo: timeOf(certificate.valid_to),
    fingerprint256: certificate.fingerprint256?.replaceAll(':', '').toLowerCase() ?? null,
  }
}
