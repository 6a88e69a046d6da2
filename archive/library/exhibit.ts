import { relative, sep } from 'node:path'
import { DEGREE_RULES } from '../compare/index.ts'
import { type ExhibitFacts, type ExhibitPicture, type ExhibitSide, type LogFact } from '../exhibit/index.ts'
import type { Comparison } from '../model/comparison.ts'
import { sha256Hex } from '../model/hash.ts'
import { canonicalJson } from '../model/json.ts'
import type { SnapshotRecord } from '../model/snapshot.ts'
import type { LogLine, Store } from '../store/index.ts'
import type { ComparedSide, PairAnswer } from './compare-task.ts'
import { harmlessMime, mimeOfPath } from './reading/mime.ts'
import type { Evidence, SnapshotReader } from './reading/snapshots.ts'

/** A larger picture is told by its hash alone, in bytes. */
const MAX_PICTURE_BYTES = 4 * 1024 * 1024
/** All pictures of an exhibit together, in bytes. */
const MAX_PICTURES_BYTES = 24 * 1024 * 1024

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** A tag that no language has (`english`, `en_us`) would mislead a screen reader. */
function knownLanguage(tag: string | null): string | null {
  try {
    return tag !== null && LANGUAGES.of(tag) !== undefined ? tag : null
  } catch {
    return null
  }
}

/** A log line is canonical JSON and a newline; the next line repeats the hash of both. */
function logFact(line: LogLine): LogFact {
  return { seq: line.seq, at: line.at, type: line.type, sha256: sha256Hex(canonicalJson(line) + '\n') }
}

function sideOf(dir: string, evidence: Evidence, compared: ComparedSide): ExhibitSide {
  const { record, files, log, snapshot } = evidence
  const { site, byline, published, modified, language, text, blocks } = compared
  return {
    record,
    fixityHash: snapshot.fixityHash,
    site,
    byline,
    published,
    modified,
    language: knownLanguage(language),
    dir: compared.dir,
    text,
    blocks,
    files,
    bag: relative(dir, snapshot.path).split(sep).join('/'),
    log: log.map(logFact),
  }
}

type Sides = Readonly<Record<'from' | 'to', Evidence>>

/** The pictures that the verdict's lines are about, as far as the bags hold them. */
async function picturesOf(
  { verdict }: Comparison,
  sides: Sides,
  snapshots: SnapshotReader,
): Promise<ExhibitPicture[]> {
  const pictures: ExhibitPicture[] = []
  let total = 0
  for (const [line, { kind, before, after }] of verdict.entries()) {
    if (kind !== 'image') continue
    for (const [side, src] of [['from', before] as const, ['to', after] as const]) {
      const { record, files, snapshot } = sides[side]
      const sha256 = src === null ? undefined : record.pictures[src]
      const file = files.find(held => held.sha256 === sha256)
      const mime = file && harmlessMime(file.mime ?? mimeOfPath(file.path))
      if (!sha256 || !file || !mime?.startsWith('image/') || file.bytes > MAX_PICTURE_BYTES) continue
      total += file.bytes
      if (total > MAX_PICTURES_BYTES) return pictures
      const { bytes } = await snapshots.file(snapshot.snapshotId, file.path)
      pictures.push({ line, side, sha256, mime, bytes })
    }
  }
  return pictures
}

export interface ExhibitDeps {
  readonly store: Store
  readonly snapshots: SnapshotReader
  readonly software: SnapshotRecord['software']
  readonly madeAt: string
}

/** Gathers what an exhibit of two compared snapshots is made of. */
export async function exhibitFacts(
  pair: {
    readonly comparison: PairAnswer['comparison'] & { readonly from: string; readonly to: string }
    readonly from: ComparedSide
    readonly to: ComparedSide
  },
  { store, snapshots, software, madeAt }: ExhibitDeps,
): Promise<ExhibitFacts> {
  const { comparison } = pair
  const [from, to] = [await snapshots.evidence(comparison.from), await snapshots.evidence(comparison.to)]
  return {
    from: sideOf(store.dir, from, pair.from),
    to: sideOf(store.dir, to, pair.to),
    comparison,
    sources: comparison.sources,
    // Of two sources it is told what they share, and pictures are not compared.
    pictures: comparison.sources ? [] : await picturesOf(comparison, { from, to }, snapshots),
    archiveId: store.identity.archiveId,
    software,
    rules: DEGREE_RULES,
    madeAt,
  }
}
