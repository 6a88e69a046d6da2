import { rmSync } from 'node:fs'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { errnoOf } from './io-error.ts'

/** Where a body lies: relative to the archive, with forward slashes. */
export interface BodyPlace {
  readonly sha256: string
  readonly path: string
}

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS bodies (sha256 BLOB PRIMARY KEY, path TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS applied (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL);
`

/**
 * Which bag holds a body of a given SHA-256: a cache in SQLite, made from the bags' manifests. It may be
 * wrong (a bag was purged, a file rotted), so whoever links a body compares its bytes first.
 *
 * In SQLite and not in lowdb shards, because hashes fall anywhere: one commit with thirty new bodies would
 * rewrite thirty shards.
 */
export class BodyIndex {
  readonly #db: DatabaseSync
  readonly #find: StatementSync
  readonly #add: StatementSync
  readonly #mark: StatementSync

  private constructor(path: string) {
    this.#db = new DatabaseSync(path)
    this.#db.exec(SCHEMA)
    this.#find = this.#db.prepare('SELECT path FROM bodies WHERE sha256 = ?')
    this.#add = this.#db.prepare('INSERT OR REPLACE INTO bodies (sha256, path) VALUES (?, ?)')
    this.#mark = this.#db.prepare('INSERT OR REPLACE INTO applied (id, seq) VALUES (1, ?)')
  }

  /** Opens the index; a damaged one is thrown away and starts empty (`appliedSeq` 0). */
  static open(path: string): BodyIndex {
    try {
      return new BodyIndex(path)
    } catch (error) {
      const code = errnoOf(error)
      if (code !== 'ERR_SQLITE_ERROR') throw error
      BodyIndex.remove(path)
      return new BodyIndex(path)
    }
  }

  static remove(path: string): void {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true })
  }

  /** Last log line whose bag is in the index. */
  get appliedSeq(): number {
    const seq = this.#db.prepare('SELECT seq FROM applied').get()?.seq
    return typeof seq === 'number' ? seq : 0
  }

  find(sha256: string): string | null {
    const path = this.#find.get(Buffer.from(sha256, 'hex'))?.path
    return typeof path === 'string' ? path : null
  }

  /** Adds the bodies of the bags up to a log line, all or none. */
  add(places: Iterable<BodyPlace>, seq: number): void {
    this.#db.exec('BEGIN')
    try {
      for (const { sha256, path } of places) this.#add.run(Buffer.from(sha256, 'hex'), path)
      this.#mark.run(seq)
      this.#db.exec('COMMIT')
    } catch (error) {
      this.#db.exec('ROLLBACK')
      throw error
    }
  }

  /** Forgets everything. */
  clear(): void {
    this.#db.exec('DELETE FROM bodies; DELETE FROM applied;')
  }

  close(): void {
    this.#db.close()
  }
}
