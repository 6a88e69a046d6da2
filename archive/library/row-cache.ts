import { rmSync } from 'node:fs'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { LogPosition, SourceOverview } from '../store/index.ts'

/** Version of the rows. Another number means: made by another Stet, so make them anew. */
const FORMAT = 1
const ROWS_AT_ONCE = 4_000

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS rows (id TEXT PRIMARY KEY, row TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS applied (id INTEGER PRIMARY KEY CHECK (id = 1), position TEXT NOT NULL);
`

interface Applied {
  readonly format: number
  readonly position: LogPosition
}

function removeFiles(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true })
}

/**
 * The overview of every source in one file: a cache of the catalogue, which is made for changing one source at
 * a time and would be read shard by shard. Opening 20,000 sources from here is some tens of milliseconds.
 */
export class RowCache {
  readonly #db: DatabaseSync
  readonly #put: StatementSync
  readonly #mark: StatementSync

  private constructor(db: DatabaseSync) {
    this.#db = db
    this.#put = db.prepare('INSERT OR REPLACE INTO rows (id, row) VALUES (?, ?)')
    this.#mark = db.prepare('INSERT OR REPLACE INTO applied (id, position) VALUES (1, ?)')
  }

  /** Opens or makes the file; a damaged one is thrown away. Null for a reader where there is none to read. */
  static open(path: string, access: 'read' | 'write'): RowCache | null {
    if (access === 'read') {
      try {
        return new RowCache(new DatabaseSync(path, { readOnly: true }))
      } catch {
        return null
      }
    }
    const opened = () => {
      const db = new DatabaseSync(path)
      db.exec(SCHEMA)
      return new RowCache(db)
    }
    try {
      return opened()
    } catch {
      removeFiles(path)
      return opened()
    }
  }

  /** The last log line that is in the rows; null where they are none of this Stet's. */
  position(): LogPosition | null {
    const text = this.#db.prepare('SELECT position FROM applied').get()?.position
    if (typeof text !== 'string') return null
    const { format, position } = JSON.parse(text) as Applied
    return format === FORMAT ? position : null
  }

  /** Every row, some thousands at a time, so that whoever reads them can let others work in between. */
  *rows(): Generator<SourceOverview[]> {
    const next = this.#db.prepare('SELECT id, row FROM rows WHERE id > ? ORDER BY id LIMIT ?')
    for (let last = ''; ;) {
      const found = next.all(last, ROWS_AT_ONCE)
      if (found.length === 0) return
      yield found.map(({ row }) => JSON.parse(String(row)) as SourceOverview)
      last = String(found.at(-1)!.id)
    }
  }

  put(rows: Iterable<SourceOverview>, position: LogPosition): void {
    this.#all(() => {
      for (const row of rows) this.#put.run(row.sourceId, JSON.stringify(row))
      this.#mark.run(JSON.stringify({ format: FORMAT, position } satisfies Applied))
    })
  }

  replaceAll(rows: Iterable<SourceOverview>, position: LogPosition): void {
    this.#db.exec('DELETE FROM rows')
    this.put(rows, position)
  }

  close(): void {
    this.#db.close()
  }

  #all(work: () => void): void {
    this.#db.exec('BEGIN')
    try {
      work()
      this.#db.exec('COMMIT')
    } catch (error) {
      this.#db.exec('ROLLBACK')
      throw error
    }
  }
}
