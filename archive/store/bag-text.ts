/** The tag files of a bag (RFC 8493), as text. Pure: nothing here touches a disk. */

export const BAGIT_TXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

export const TAG_FILES = ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt'] as const
export const MANIFEST = 'manifest-sha256.txt'
export const TAG_MANIFEST = 'tagmanifest-sha256.txt'

/** One file of a bag: its path from the bag's root with forward slashes, and the SHA-256 of its bytes. */
export interface ManifestEntry {
  readonly path: string
  readonly sha256: string
}

/** RFC 8493, 2.1.3: CR, LF and % in a path are percent-encoded, and nothing else is. */
function encodePath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function decodePath(text: string): string {
  return text.replaceAll(/%0D/gi, '\r').replaceAll(/%0A/gi, '\n').replaceAll('%25', '%')
}

/** Lines as `sha256sum` writes and reads them, sorted by path so that the same files give the same bytes. */
export function manifestText(entries: readonly ManifestEntry[]): string {
  return entries
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map(entry => `${entry.sha256}  ${encodePath(entry.path)}\n`)
    .join('')
}

/** Reads a manifest back. `bad` holds the lines that are none, so that a checker can name them. */
export function parseManifest(text: string): { entries: ManifestEntry[]; bad: string[] } {
  const entries: ManifestEntry[] = []
  const bad: string[] = []
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  for (const line of lines) {
    const match = /^([0-9a-f]{64}) [ *](.+)$/.exec(line)
    if (match) entries.push({ sha256: match[1]!, path: decodePath(match[2]!) })
    else bad.push(line)
  }
  return { entries, bad }
}

/** `bag-info.txt`: one `Label: value` a line; line breaks inside a value become spaces. */
export function bagInfoText(fields: readonly (readonly [label: string, value: string])[]): string {
  return fields.map(([label, value]) => `${label}: ${value.replaceAll(/\s+/g, ' ').trim()}\n`).join('')
}

/** `Payload-Oxum` of a bag-info text as bytes and files; null where it is missing or not one. */
export function payloadOxum(bagInfo: string): { bytes: number; files: number } | null {
  const match = /^Payload-Oxum: (\d+)\.(\d+)$/m.exec(bagInfo)
  return match ? { bytes: Number(match[1]), files: Number(match[2]) } : null
}
