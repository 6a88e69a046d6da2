import type { AlignmentEntry, Range, VerdictKind, VerdictLine } from '../../model/comparison.ts'
import { createContext, type Context } from './context.ts'
import type { Noticed } from './corrections.ts'
import { editedLines } from './edited.ts'
import { KIND_ORDER } from './rules.ts'
import { quoted, sayCount, sayFurniture, sayNumber } from './say.ts'
import { type Furniture, furnitureAt } from './furniture.ts'

/** Which entries the verdict on the running text leaves to others (captions, posts, tables). */
export type Skip = (entry: AlignmentEntry) => boolean

/** What an editor would say about the running text, most telling first. */
export function textVerdict(
  old: Noticed,
  now: Noticed,
  entries: readonly AlignmentEntry[],
  skip: Skip = () => false,
): VerdictLine[] {
  const spacing = spacingLines(old.text, now.text, entries, skip)
  if (entries.every(entry => entry.op === 'same')) return spacing
  const context = createContext(old.text, now.text)
  const lines: VerdictLine[] = [...spacing]
  const told = entries.filter(entry => !skip(entry))
  for (const run of runsOf(told, context)) {
    const [first] = run
    if (!first || first.op === 'same') continue
    if (first.op === 'inserted' || first.op === 'deleted')
      lines.push(...comeOrGone(run, first.op === 'inserted' ? now : old))
    else if (isMove(first)) lines.push(...movedLines(run, context))
    else lines.push(...run.flatMap(entry => editedLines(entry, context)))
  }
  return finished(lines)
}

/** One line for all sentences that are the same but for white space. */
function spacingLines(
  oldText: string,
  newText: string,
  entries: readonly AlignmentEntry[],
  skip: Skip,
): VerdictLine[] {
  const spaced = entries.filter(
    ({ op, from, to }) => op === 'same' && oldText.slice(...from!) !== newText.slice(...to!),
  )
  const [first, ...more] = spaced.filter(entry => !skip(entry))
  if (!first) return []
  const { from, to } = first
  const [before, after] = [oldText.slice(...from!), newText.slice(...to!)]
  const others = more.length > 0 ? `, and in ${sayNumber(more.length, 'other sentence')}` : ''
  const summary = `Only spacing changed in ${quoted(after)}${others}.`
  return [{ kind: 'noise', summary, rule: 'spacing', from, to, before, after }]
}

/** Neighbours with the same fate, so that a moved paragraph or a new one is one line. */
function runsOf(entries: readonly AlignmentEntry[], context: Context): AlignmentEntry[][] {
  const runs: AlignmentEntry[][] = []
  for (const entry of entries) {
    const run = runs.at(-1)
    if (run && continues(run.at(-1)!, entry, context)) run.push(entry)
    else runs.push([entry])
  }
  return runs
}

/** What came, went or moved is one passage only where nothing else stands between, on either side. */
function continues(before: AlignmentEntry, entry: AlignmentEntry, { oldText, newText }: Context): boolean {
  if (isMove(before) ? !isMove(entry) : before.op !== entry.op) return false
  if (!isMove(entry) && entry.op !== 'inserted' && entry.op !== 'deleted') return true
  return areNeighbours(oldText, before.from, entry.from) && areNeighbours(newText, before.to, entry.to)
}

function areNeighbours(text: string, before: Range | null, after: Range | null): boolean {
  if (!before || !after) return true
  let at = before[1]
  while (at < after[0] && /\s/.test(text[at]!)) at++
  return at === after[0]
}

function isMove(entry: AlignmentEntry): boolean {
  return entry.op === 'moved' || entry.op === 'moved-edited'
}

function comeOrGone(run: readonly AlignmentEntry[], side: Noticed): VerdictLine[] {
  const added = run[0]!.op === 'inserted'
  const { text } = side
  const rangeIn = (entry: AlignmentEntry) => (added ? entry.to! : entry.from!)
  const kindIn = (entry: AlignmentEntry) => kindOfSentence(side, rangeIn(entry))
  const lines: VerdictLine[] = []
  for (let k = 0; k < run.length;) {
    const kind = kindIn(run[k]!)
    let end = k + 1
    while (end < run.length && kindIn(run[end]!) === kind) end++
    const range: Range = [rangeIn(run[k]!)[0], rangeIn(run[end - 1]!)[1]]
    const words = text.slice(...range)
    lines.push({
      ...nameOf(kind, added, end - k, words),
      from: added ? null : range,
      to: added ? range : null,
      before: added ? null : words,
      after: added ? words : null,
    })
    k = end
  }
  return lines
}

type SentenceKind = 'correction' | Furniture | 'sentence'

function kindOfSentence({ text, notices }: Noticed, range: Range): SentenceKind {
  if (notices.some(notice => notice[0] <= range[0] && range[0] < notice[1])) return 'correction'
  return furnitureAt(text, range) ?? 'sentence'
}

function nameOf(
  kind: SentenceKind,
  added: boolean,
  count: number,
  words: string,
): { readonly kind: VerdictKind; readonly rule: string; readonly summary: string } {
  const fate = added ? 'added' : 'removed'
  if (kind === 'correction') {
    return { kind, rule: 'notice', summary: `A correction notice was ${fate}: ${quoted(words)}.` }
  }
  if (kind !== 'sentence') {
    return { kind: 'noise', rule: kind, summary: `${sayFurniture(kind)} was ${fate}: ${quoted(words)}.` }
  }
  const summary = `${sayCount(count, 'sentence')} ${fate}: ${quoted(words)}.`
  return { kind: added ? 'text-added' : 'text-removed', rule: kind, summary }
}

function movedLines(run: readonly AlignmentEntry[], context: Context): VerdictLine[] {
  const from: Range = [run[0]!.from![0], run.at(-1)!.from![1]]
  const to: Range = [run[0]!.to![0], run.at(-1)!.to![1]]
  const before = context.oldText.slice(...from)
  const after = context.newText.slice(...to)
  const furniture = furnitureAt(context.oldText, from)
  if (furniture && furnitureAt(context.newText, to)) {
    const summary = `${sayFurniture(furniture)} moved: ${quoted(after)}.`
    return [{ kind: 'noise', summary, rule: furniture, from, to, before, after }]
  }
  const summary = `${sayCount(run.length, 'sentence')} moved: ${quoted(after)}.`
  const edits = run.filter(entry => entry.op === 'moved-edited')
  return [
    ...edits.flatMap(entry => editedLines(entry, context)),
    { kind: 'text-moved', summary, rule: 'sentence', from, to, before, after },
  ]
}

function place(line: VerdictLine): number {
  return line.to?.[0] ?? line.from?.[0] ?? 0
}

/** Most telling first, lines of one kind in reading order, each summary with one end mark. */
export function finished(lines: readonly VerdictLine[]): VerdictLine[] {
  return lines
    .toSorted((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) || place(a) - place(b))
    .map(line => ({ ...line, summary: line.summary.replace(/(?<=[.!?…。！？]”)\.$/u, '') }))
}
