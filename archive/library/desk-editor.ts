import { randomBytes } from 'node:crypto'
import { StetError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { DeskData, Store } from '../store/index.ts'
import type { SourceIndex } from './source-index.ts'

export type Note = DeskData['notes'][number]
type Collection = DeskData['collections'][number]

export interface NoteDraft {
  /** Null or unknown: a new note. */
  readonly id: string | null
  /** A source or snapshot id. */
  readonly about: string
  readonly text: string
  readonly place?: { readonly block: number; readonly quote: string } | undefined
}

const newId = (kind: string): string => kind + randomBytes(8).toString('hex')

function noCollection(id: string): StetError {
  const message = `There is no collection ${id}; it may have been removed in another window. Nothing was changed.`
  return new StetError('not-found', message, { id })
}

function noNote(id: string): StetError {
  const message = `There is no note ${id}; it may have been removed in another window. Nothing was changed.`
  return new StetError('not-found', message, { id })
}

function collectionOf(desk: DeskData, id: string): Collection {
  const found = desk.collections.find(collection => collection.id === id)
  if (!found) throw noCollection(id)
  return found
}

/** A list with names put in or taken out, and those for which that changed something. */
function changedList(list: readonly string[], names: readonly string[], on: boolean) {
  const held = new Set(list)
  const changed = [...new Set(names)].filter(name => held.has(name) !== on)
  const gone = new Set(changed)
  return { changed, list: on ? [...list, ...changed] : list.filter(name => !gone.has(name)) }
}

/**
 * Changes what the person arranged. Every change is on the disk when its promise resolves, and answers with
 * what undoing it needs. Throws `archive-readonly`, `not-found`, `usage`, `disk-full`, `io`.
 */
export class DeskEditor {
  readonly #store: Store
  readonly #sources: SourceIndex
  readonly #clock: Clock

  constructor(store: Store, sources: SourceIndex, clock: Clock) {
    this.#store = store
    this.#sources = sources
    this.#clock = clock
  }

  /** Notes about any of these ids, oldest first. */
  notes(about: ReadonlySet<string>): Note[] {
    return this.#store.desk.data.notes.filter(note => about.has(note.about))
  }

  async createCollection(asked: {
    readonly id: string | null
    readonly name: string
    readonly sourceIds: readonly string[]
  }): Promise<{ id: string }> {
    await this.#assertSources(asked.sourceIds)
    const id = asked.id ?? newId('c')
    await this.#store.desk.update(desk => {
      if (desk.collections.some(collection => collection.id === id)) {
        throw new StetError('usage', `The collection ${id} is there already. Nothing was changed.`, { id })
      }
      const sources = [...new Set(asked.sourceIds)]
      const collection = { id, name: asked.name, created: this.#clock.now(), sources }
      return { ...desk, collections: [...desk.collections, collection] }
    })
    return { id }
  }

  async renameCollection(id: string, name: string): Promise<void> {
    await this.#changeCollection(id, collection => ({ ...collection, name }))
  }

  async removeCollection(id: string): Promise<{ name: string; sourceIds: readonly string[] }> {
    let gone: Collection | undefined
    await this.#store.desk.update(desk => {
      gone = collectionOf(desk, id)
      return { ...desk, collections: desk.collections.filter(collection => collection.id !== id) }
    })
    return { name: gone!.name, sourceIds: gone!.sources }
  }

  /** Puts sources into a collection or takes them out. */
  async collect(id: string, sourceIds: readonly string[], on: boolean): Promise<{ sourceIds: string[] }> {
    if (on) await this.#assertSources(sourceIds)
    let changed: string[] = []
    await this.#changeCollection(id, collection => {
      const next = changedList(collection.sources, sourceIds, on)
      changed = next.changed
      return { ...collection, sources: next.list }
    })
    return { sourceIds: changed }
  }

  /** Sets or takes a tag. A tag that no source has any more is gone. */
  async tag(tag: string, sourceIds: readonly string[], on: boolean): Promise<{ sourceIds: string[] }> {
    // The one name that a JSON object loses on its way through a parser.
    if (tag === '__proto__')
      throw new StetError('usage', `"${tag}" cannot be a tag. Choose another word.`, { tag })
    if (on) await this.#assertSources(sourceIds)
    let changed: string[] = []
    await this.#store.desk.update(desk => {
      const tags = new Map(Object.entries(desk.tags))
      const next = changedList(tags.get(tag) ?? [], sourceIds, on)
      changed = next.changed
      if (next.list.length > 0) tags.set(tag, next.list)
      else tags.delete(tag)
      return { ...desk, tags: Object.fromEntries(tags) }
    })
    return { sourceIds: changed }
  }

  /**
   * Remembers that a version was looked at; answers whether that is news. An older version than the newest one
   * looked at is none. Who only reads the archive keeps nothing, and is not told of an error.
   */
  async see(sourceId: string, version: number): Promise<{ kept: boolean }> {
    if (this.#store.readOnly || version <= (this.#store.desk.data.seen[sourceId] ?? 0)) return { kept: false }
    await this.#assertSources([sourceId])
    await this.#store.desk.update(desk => {
      const seen = Math.max(version, desk.seen[sourceId] ?? 0)
      return { ...desk, seen: { ...desk.seen, [sourceId]: seen } }
    })
    return { kept: true }
  }

  async saveNote({ id, about, text, place }: NoteDraft): Promise<Note> {
    await this.#assertAbout(about)
    const now = this.#clock.now()
    const noteId = id ?? newId('n')
    let saved: Note | undefined
    await this.#store.desk.update(desk => {
      const before = desk.notes.find(note => note.id === noteId)
      const note = {
        id: noteId,
        about,
        text,
        created: before?.created ?? now,
        changed: now,
        ...(place ? { place: { ...place } } : {}),
      }
      saved = note
      const notes = before ? desk.notes.map(each => (each === before ? note : each)) : [...desk.notes, note]
      return { ...desk, notes }
    })
    return saved!
  }

  async removeNote(id: string): Promise<Note> {
    let gone: Note | undefined
    await this.#store.desk.update(desk => {
      gone = desk.notes.find(note => note.id === id)
      if (!gone) throw noNote(id)
      return { ...desk, notes: desk.notes.filter(note => note.id !== id) }
    })
    return gone!
  }

  #changeCollection(id: string, change: (collection: Collection) => Collection): Promise<void> {
    return this.#store.desk.update(desk => {
      const before = collectionOf(desk, id)
      const collections = desk.collections.map(each => (each === before ? change(before) : each))
      return { ...desk, collections }
    })
  }

  async #assertSources(sourceIds: readonly string[]): Promise<void> {
    const unknown = await this.#sources.unknown(sourceIds)
    if (unknown.length === 0) return
    const named = unknown.slice(0, 3).join(', ')
    const message = `This archive has no source ${named}. Nothing was changed; load the library again.`
    throw new StetError('not-found', message, { sourceIds: unknown.slice(0, 100) })
  }

  async #assertAbout(about: string): Promise<void> {
    if ((await this.#sources.unknown([about])).length === 0) return
    if (await this.#store.snapshot(about)) return
    const message = `This archive has no source and no snapshot ${about} to write a note about. Nothing was changed.`
    throw new StetError('not-found', message, { about })
  }
}
