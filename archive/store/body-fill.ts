import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MANIFEST, parseManifest } from './bag-text.ts'
import type { BodyIndex, BodyPlace } from './body-index.ts'
import { inArchive, NAMES } from './layout.ts'
import type { LogLine } from './log-line.ts'
import { readEntries } from './log-read.ts'

/** The bodies a log line's bag holds, from its manifest; none where the line is no snapshot or the bag is gone. */
export async function bodiesOf(dir: string, line: LogLine): Promise<BodyPlace[]> {
  if (line.type !== 'snapshot') return []
  const text = await readFile(join(inArchive(dir, line.path), MANIFEST), 'utf8').catch(() => '')
  const { entries } = parseManifest(text)
  return entries.map(({ sha256, path }) => ({ sha256, path: `${line.path}/${path}` }))
}

/** Brings the index of bodies up to the end of the log. */
export async function fillBodies(dir: string, bodies: BodyIndex): Promise<void> {
  const from = bodies.appliedSeq
  for await (const entry of readEntries(join(dir, NAMES.log))) {
    if (!entry.complete || !entry.line || entry.line.seq <= from) continue
    bodies.add(await bodiesOf(dir, entry.line), entry.line.seq)
  }
}
