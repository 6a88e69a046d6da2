import { DatabaseSync } from 'node:sqlite'

/** A body that an export holds already, under the record that carries it. */
export interface WrittenBody {
  readonly recordId: string
  readonly uri: string
  readonly date: string
}

/** What an export has written so far, in a database of its own: memory does not grow with the export. */
export class Written {
  readonly #db: DatabaseSync
  readonly #addId
  readonly #addBody
  readonly #getBody
  readonly #addLine

  constructor(path: string) {
    this.#db = new DatabaseSync(path)
    this.#db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF')
    this.#db.exec(`
      CREATE TABLE ids (id TEXT PRIMARY KEY) WITHOUT ROWID;
      CREATE TABLE bodies (digest TEXT PRIMARY KEY, recordId TEXT, uri TEXT, date TEXT) WITHOUT ROWID;
      CREATE TABLE lines (list TEXT, line TEXT)`)
    this.#addId = this.#db.prepare('INSERT OR IGNORE INTO ids VALUES (?)')
    this.#addBody = this.#db.prepare('INSERT OR IGNORE INTO bodies VALUES (?, ?, ?, ?)')
    this.#getBody = this.#db.prepare('SELECT recordId, uri, date FROM bodies WHERE digest = ?')
    this.#addLine = this.#db.prepare('INSERT INTO lines VALUES (?, ?)')
    this.#db.exec('BEGIN')
  }

  /** Whether no record of this id was written before. */
  isNew(recordId: string): boolean {
    return this.#addId.run(recordId).changes > 0
  }

  body(digest: string): WrittenBody | null {
    return (this.#getBody.get(digest) as unknown as WrittenBody | undefined) ?? null
  }

  keepBody(digest: string, { recordId, uri, date }: WrittenBody): void {
    this.#addBody.run(digest, recordId, uri, date)
  }

  addLine(list: 'pages' | 'index', line: string): void {
    this.#addLine.run(list, line)
  }

  /** Lines in the order they were added, or in the order of their bytes. */
  *lines(list: 'pages' | 'index', order: 'added' | 'bytes'): Generator<string> {
    const by = order === 'added' ? 'rowid' : 'line COLLATE BINARY'
    const rows = this.#db.prepare(`SELECT line FROM lines WHERE list = ? ORDER BY ${by}`).iterate(list)
    for (const row of rows) yield `${String(row['line'])}\n`
  }

  close(): void {
    this.#db.close()
  }
}
