import { createHistory, type ToldVersion } from '../../../archive/compare/history/index.ts'
import type { Article } from '../../../archive/model/article.ts'
import type { SourceHistory, Thread, ThreadKind } from '../../../archive/model/history.ts'
import type { Pictures } from '../../../archive/model/normalised-article.ts'
import { anArticle, paragraph } from '../an-article.ts'

export interface Told extends Partial<Article> {
  readonly pictures?: Pictures
  readonly relation?: ToldVersion['relation']
}

/** The history of these versions, numbered from 1, an hour apart. */
export function historyOf(...versions: readonly Told[]): SourceHistory {
  const history = createHistory()
  versions.forEach(({ pictures = {}, relation, ...article }, at) => {
    const capturedAt = new Date(Date.UTC(2026, 10, 24, 10 + at, 12)).toISOString()
    const told = { version: at + 1, snapshotId: `s${at + 1}`, capturedAt, seenUntil: capturedAt }
    history.add({ ...told, pictures, ...(relation && { relation }), article: anArticle(article) })
  })
  return history.done()
}

/** A version of these paragraphs. */
export const telling = (...paragraphs: string[]): Told => ({
  blocks: paragraphs.map(text => paragraph(text)),
})

/** What a thread said, oldest first: `82 → 83`; an absence is a stroke. */
export function chainOf({ states }: Thread): string {
  return states.map(({ begin, text }) => (begin === 'returned' ? `| ${text}` : text)).join(' → ')
}

export function threadsOf({ threads }: SourceHistory, kind: ThreadKind): Thread[] {
  return threads.filter(thread => thread.kind === kind)
}

export function chains(history: SourceHistory, kind: ThreadKind): string[] {
  return threadsOf(history, kind).map(chainOf)
}

/** The sentences of a version, put together again from the threads. */
export function replayed({ versions, threads }: SourceHistory, version: number): string[] {
  const { sentences } = versions.find(each => each.version === version)!
  return sentences.map(({ thread }) => {
    const said = threads[thread]!.states.find(({ from, to }) => from <= version && version <= to)
    return said?.text ?? '(nothing)'
  })
}
