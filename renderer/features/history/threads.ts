import type { HistoryVersion, SourceHistory, Thread, ThreadState } from '../../../archive/contract/history.ts'

/** What a thread said in a version; null where it was not there. */
export function stateAt({ states }: Thread, version: number): ThreadState | null {
  return states.find(({ from, to }) => from <= version && version <= to) ?? null
}

/**
 * How old what stands here is. `new`, `back`, `changed`, `moved`: so since this version; `earlier`: it was changed
 * before, or came after the first version; `old`: as in the first one.
 */
export type Age = 'new' | 'back' | 'changed' | 'moved' | 'earlier' | 'old'

export function ageAt(thread: Thread, version: number): Age {
  const state = stateAt(thread, version)
  if (state?.from === version) {
    if (state.begin === 'added' || state.begin === 'split') return 'new'
    if (state.begin === 'returned') return 'back'
    if (state.begin === 'changed') return 'changed'
  }
  if (thread.moved.includes(version)) return 'moved'
  const isEarlier = thread.states.some(
    ({ from, begin }) => from <= version && begin !== 'first' && begin !== 'noise',
  )
  return isEarlier ? 'earlier' : 'old'
}

/** How often a thread said something else or came back; noise is no change. */
export function changesOf({ states }: Thread): number {
  return states.filter(({ begin }) => begin === 'changed' || begin === 'returned').length
}

/** Kinds that have a list of their own beside the text. */
export const LISTS = [
  { name: 'figures', kinds: ['figure'] },
  { name: 'quotations', kinds: ['quotation'] },
  { name: 'claims', kinds: ['headline', 'byline', 'outlet', 'published'] },
  { name: 'dates', kinds: ['date'] },
  { name: 'attachments', kinds: ['picture', 'post'] },
] as const
export type ListName = (typeof LISTS)[number]['name'] | 'sentences'

export interface ThreadList {
  readonly name: ListName
  /** What changed, most often first. */
  readonly changed: readonly Thread[]
  /** What never did. */
  readonly steady: readonly Thread[]
}

/** Sentences of pictures and posts are told with them. */
const TOLD_APART: ReadonlySet<string> = new Set(['figure', 'post'])

/** Sentences that the story no longer has, that had been gone, or that were changed more than once. */
function restlessSentences(threads: readonly Thread[]): Thread[] {
  return threads
    .filter(({ kind, block }) => kind === 'sentence' && !TOLD_APART.has(block ?? ''))
    .filter(
      thread =>
        thread.end === 'removed' ||
        thread.states.some(({ begin }) => begin === 'returned') ||
        changesOf(thread) > 1,
    )
    .toSorted(
      (a, b) => changesOf(b) - changesOf(a) || b.states.at(-1)!.to - a.states.at(-1)!.to || a.id - b.id,
    )
}

/** Lists in the order they are told. */
export function listsOf({ threads }: Pick<SourceHistory, 'threads'>): ThreadList[] {
  const sentences: ThreadList = { name: 'sentences', changed: restlessSentences(threads), steady: [] }
  const lists = LISTS.map(({ name, kinds }): ThreadList => {
    const wanted: ReadonlySet<Thread['kind']> = new Set(kinds)
    const all = threads.filter(({ kind }) => wanted.has(kind))
    const isTelling = (thread: Thread) => {
      // A figure that went and came with its sentence is told by the sentence.
      const own = thread.states.filter(({ begin, text }, at) => {
        return begin === 'changed' || (begin === 'returned' && text !== thread.states[at - 1]?.text)
      })
      return own.length > 0 || (isAttachment(thread) && (changesOf(thread) > 0 || thread.end !== null))
    }
    return {
      name,
      changed: all.filter(isTelling).toSorted((a, b) => changesOf(b) - changesOf(a) || a.id - b.id),
      steady: all.filter(thread => !isTelling(thread)),
    }
  })
  return lists.toSpliced(2, 0, sentences)
}

const isAttachment = ({ kind }: Thread): boolean => kind === 'picture' || kind === 'post'

/** The version before one of these, as far as it is told. */
export function versionBefore(
  { versions }: Pick<SourceHistory, 'versions'>,
  version: number,
): HistoryVersion | null {
  return versions.findLast(each => each.version < version) ?? null
}

/** The version after one of these. */
export function versionAfter(
  { versions }: Pick<SourceHistory, 'versions'>,
  version: number,
): HistoryVersion | null {
  return versions.find(each => each.version > version) ?? null
}
