import { DatabaseSync } from 'node:sqlite'
import type { RecordPlace } from '../warc/record.ts'

/** One record of a web archive, as its index holds it. */
export interface IndexedRecord extends RecordPlace {
  readonly n: number
  /** Number of the file it stands in. */
  readonly file: number
  readonly type: string
  readonly id: string
  readonly uri: string
  /** Milliseconds since 1970; null for a record without a readable date. */
  readonly at: number | null
  readonly status: number | null
  readonly mime: string | null
  readonly pageId: string | null
  readonly concurrentTo: string | null
  readonly refersToId: string | null
  readonly refersToUri: string | null
  readonly refersToAt: number | null
  readonly payloadDigest: string | null
  /** Where a redirect leads, absolute. */
  readonly location: string | null
  /** Of its request: the document that asked for it, and `Sec-Fetch-Dest`. */
  readonly referer: string | null
  readonly dest: string | null
  /** Of a record in several pieces: which one this is, from 1 on. */
  readonly segment: number | null
  /** Of a later piece: id of the first one. */
  readonly segmentOf: string | null
  /** What is wrong with it, in words. */
  readonly problems: string | null
}

const COLUMNS = {
  file: 'INTEGER',
  offset: 'INTEGER',
  headBytes: 'INTEGER',
  blockBytes: 'INTEGER',
  type: 'TEXT',
  id: 'TEXT',
  uri: 'TEXT',
  at: 'INTEGER',
  status: 'INTEGER',
  mime: 'TEXT',
  pageId: 'TEXT',
  concurrentTo: 'TEXT',
  refersToId: 'TEXT',
  refersToUri: 'TEXT',
  refersToAt: 'INTEGER',
  payloadDigest: 'TEXT',
  location: 'TEXT',
  referer: 'TEXT',
  dest: 'TEXT',
  segment: 'INTEGER',
  segmentOf: 'TEXT',
  problems: 'TEXT',
} as const satisfies Record<Exclude<keyof IndexedRecord, 'n'>, 'INTEGER' | 'TEXT'>

const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]

/** Every record of a web archive in a database of its own, so that memory does not grow with the file. */
export class RecordIndex {
  readonly #db: DatabaseSync
  readonly #insert

  constructor(path: string) {
    this.#db = new DatabaseSync(path)
    this.#db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF')
    const columns = NAMES.map(name => `${name} ${COLUMNS[name]}`).join(', ')
    this.#db.exec(`CREATE TABLE records (n INTEGER PRIMARY KEY, ${columns}) STRICT`)
    this.#db.exec('BEGIN')
    const marks = NAMES.map(() => '?').join(', ')
    this.#insert = this.#db.prepare(`INSERT INTO records (${NAMES.join(', ')}) VALUES (${marks})`)
  }

  add(record: Omit<IndexedRecord, 'n'>): void {
    this.#insert.run(...NAMES.map(name => record[name]))
  }

  /** Forgets a file that has to be read in another way. */
  forget(file: number): void {
    this.#db.prepare('DELETE FROM records WHERE file = ?').run(file)
  }

  /** Ends the writing: brings requests and their answers together. */
  finish(): void {
    this.#db.exec('COMMIT')
    for (const name of ['uri', 'id', 'payloadDigest', 'pageId', 'concurrentTo', 'referer', 'segmentOf']) {
      this.#db.exec(`CREATE INDEX by_${name} ON records (${name})`)
    }
    this.#db.exec(`
      CREATE TEMP TABLE asked AS
        SELECT r.n, q.referer, q.dest FROM records r JOIN records q ON q.type = 'request'
          AND (q.concurrentTo = r.id OR q.id = r.concurrentTo) WHERE r.type <> 'request'
        UNION ALL
        SELECT r.n, q.referer, q.dest FROM records r JOIN records q ON q.type = 'request'
          AND q.uri = r.uri AND q.at = r.at WHERE r.type <> 'request';
      CREATE INDEX temp.by_n ON asked (n);
      UPDATE records SET
        referer = (SELECT referer FROM asked WHERE asked.n = records.n LIMIT 1),
        dest = (SELECT dest FROM asked WHERE asked.n = records.n LIMIT 1)
        WHERE n IN (SELECT n FROM asked)`)
  }

  /** Records for which a condition on the columns holds, in the order of the file. */
  where(condition: string, ...values: readonly (string | number | null)[]): IndexedRecord[] {
    const sql = `SELECT * FROM records WHERE ${condition} ORDER BY n`
    return this.#db.prepare(sql).all(...values) as unknown as IndexedRecord[]
  }

  count(condition = '1'): number {
    const row = this.#db.prepare(`SELECT COUNT(*) AS n FROM records WHERE ${condition}`).get()
    return Number(row!['n'])
  }

  close(): void {
    this.#db.close()
  }
}
