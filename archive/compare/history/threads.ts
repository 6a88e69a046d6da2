import type { Range } from '../../model/comparison.ts'
import type { StateBeginning, Thread, ThreadKind, ThreadState } from '../../model/history.ts'
import { isSelfChanging, normaliseText } from '../../model/normalise.ts'
import type { PostState } from '../../model/post.ts'

/** What is seen of a thread in one version. */
export interface Sighting {
  readonly text: string
  /** Two sightings of the same value say the same; what differs between them is noise. */
  readonly value: string
  readonly range: Range | null
  readonly block: string | null
  readonly role: string | null
  readonly sentence: number | null
  readonly label: string | null
  readonly media: string | null
  readonly post: PostState | null
}

const NOWHERE = { block: null, role: null, sentence: null, label: null, media: null, post: null } as const

/** A sighting of something that is nothing but its words. */
export function sighting(text: string, value: string, more: Partial<Sighting> = {}): Sighting {
  return { ...NOWHERE, range: null, ...more, text, value }
}

/** What words must share to say the same: a line that changes by itself says the same whatever it says. */
export function valueOfWords(text: string): string {
  const plain = normaliseText(text)
  return isSelfChanging(plain) ? '\u0000self-changing' : plain
}

interface Draft extends Omit<Thread, 'states' | 'moved' | 'end'> {
  readonly states: ThreadState[]
  readonly moved: number[]
  end: Thread['end']
  /** Of what it said last. */
  value: string
}

/** The threads of a history while it is made. Versions come in order. */
export class Threads {
  readonly #drafts: Draft[] = []
  #version = 0
  #isFirst = true

  /** From here on, everything is seen in this version. */
  enter(version: number, isFirst: boolean): void {
    this.#version = version
    this.#isFirst = isFirst
  }

  /** Something that was not there before; in the oldest version everything is `first`. Gives the thread's number. */
  begin(kind: ThreadKind, seen: Sighting, how: 'added' | 'split' = 'added'): number {
    const id = this.#drafts.length
    const { block, role, sentence, label, value } = seen
    const states = [this.#state(seen, this.#isFirst ? 'first' : how)]
    this.#drafts.push({ id, kind, block, role, sentence, label, value, states, moved: [], end: null })
    return id
  }

  /** It stands in this version too, as it was or changed. */
  goOn(id: number, seen: Sighting, moved = false): void {
    const draft = this.#drafts[id]!
    const last = draft.states.at(-1)!
    const isSame = last.text === seen.text && last.media === seen.media && last.post === seen.post
    if (isSame) draft.states[draft.states.length - 1] = { ...last, to: this.#version }
    else draft.states.push(this.#state(seen, draft.value === seen.value ? 'noise' : 'changed'))
    if (moved) draft.moved.push(this.#version)
    this.#place(draft, seen)
  }

  /** It was gone and is there again. */
  comeBack(id: number, seen: Sighting): void {
    const draft = this.#drafts[id]!
    draft.states.push(this.#state(seen, 'returned'))
    draft.end = null
    this.#place(draft, seen)
  }

  end(id: number, how: 'removed' | 'merged'): void {
    this.#drafts[id]!.end = how
  }

  done(): Thread[] {
    return this.#drafts.map(({ value: _value, ...thread }) => thread)
  }

  #state({ text, range, media, post }: Sighting, begin: StateBeginning): ThreadState {
    return { from: this.#version, to: this.#version, begin, text, range, media, post }
  }

  #place(draft: Draft, { value, block, role, sentence, label }: Sighting): void {
    Object.assign(draft, { value, block, role, sentence, label } satisfies Partial<Draft>)
  }
}
