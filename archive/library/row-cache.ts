import { existsSync, rmSync } from 'node:fs'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { LogPosition, SourceOverview } from '../store/index.ts'

/** Version of the rows. Another number means: made by another Stet, so make them anew. */
const FORMAT = 3
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

/** SQLite would lay files of its own beside a file in WAL mode, unless it is told that nobody changes it. */
function readersUrl(path: string): URL {
  const url = pathToFileURL(path)
  if (!existsSync(`${path}-wal`)) url.searchParams.set('immutable', '1')
  return url
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

  /** Opens or makes the file; a damaged one is thrown away. Null where there is none to read or none can be made. */
  static open(path: string, access: 'read' | 'write'): RowCache | null {
    if (access === 'read') {
      try {
        return new RowCache(new DatabaseSync(readersUrl(path), { readOnly: true }))
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
      // Damaged, or there is no room for it.
    }
    try {
      removeFiles(path)
      return opened()
    } catch {
      return null
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
