import { rmSync } from 'node:fs'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { DEGREE_RULES } from '../compare/index.ts'
import type { Mark } from './types.ts'

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS marks (
    from_id TEXT NOT NULL, to_id TEXT NOT NULL, rules TEXT NOT NULL, mark TEXT NOT NULL,
    PRIMARY KEY (from_id, to_id, rules)
  ) WITHOUT ROWID;
`

/** Marks that were worked out, by the two snapshots and the rules: a cache, since snapshots never change. */
export class MarkCache {
  readonly #db: DatabaseSync
  readonly #get: StatementSync
  readonly #put: StatementSync
  readonly #quiet: StatementSync
  readonly #forget: StatementSync

  private constructor(path: string) {
    const db = new DatabaseSync(path)
    db.exec(SCHEMA)
    this.#db = db
    this.#get = db.prepare('SELECT mark FROM marks WHERE from_id = ? AND to_id = ? AND rules = ?')
    this.#put = db.prepare('INSERT OR REPLACE INTO marks (from_id, to_id, rules, mark) VALUES (?, ?, ?, ?)')
    this.#quiet = db.prepare(
      `SELECT from_id, to_id FROM marks
       WHERE rules = ? AND json_extract(mark, '$.class') IN ('none', 'noise')`,
    )
    this.#forget = db.prepare('DELETE FROM marks WHERE from_id = ? OR to_id = ?')
  }

  /** Opens or makes the file; a damaged one is thrown away. Without a path, or a place for it, it lives in memory. */
  static open(path: string | null): MarkCache {
    if (path === null) return new MarkCache(':memory:')
    try {
      return new MarkCache(path)
    } catch {
      // Damaged, or there is no room for it.
    }
    try {
      for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true })
      return new MarkCache(path)
    } catch {
      return new MarkCache(':memory:')
    }
  }

  get(from: string, to: string): Mark | null {
    const mark = this.#get.get(from, to, DEGREE_RULES)?.mark
    return typeof mark === 'string' ? (JSON.parse(mark) as Mark) : null
  }

  put(from: string, to: string, mark: Mark): void {
    this.#put.run(from, to, DEGREE_RULES, JSON.stringify(mark))
  }

  /** Pairs of snapshots that differ by noise at most. */
  quiet(): { readonly from: string; readonly to: string }[] {
    return this.#quiet.all(DEGREE_RULES).map(row => ({ from: String(row.from_id), to: String(row.to_id) }))
  }

  /** A purged snapshot leaves nothing here. */
  forget(snapshotId: string): void {
    this.#forget.run(snapshotId, snapshotId)
  }

  close(): void {
    this.#db.close()
  }
}
