import type { CaptureResult, CaptureResults, FailedInput, WebArchiveReport } from '../../contract/results.ts'
import { count, size } from './units.ts'

function isFailure(result: CaptureResult | FailedInput): result is FailedInput {
  return 'error' in result
}

/** The short line for one finished input. */
function verdict(result: CaptureResult | FailedInput): string {
  if (isFailure(result)) return `failed: ${result.error.message}`
  switch (result.outcome) {
    case 'snapshot':
      return `version ${result.version}: ${result.title ?? 'untitled'}`
    case 'check':
      return `unchanged since version ${result.version}: ${result.title ?? 'untitled'}`
    case 'attempt':
      return `not the story (${result.reason})`
  }
}

/** Progress for standard error, as each input is finished. */
export function progressLine(result: CaptureResult | FailedInput, done: number, total: number): string {
  return `[${done}/${total}] ${result.input}: ${verdict(result)}`
}

function details(result: CaptureResult): string[] {
  const lines = [result.input, `  ${verdict(result)}`]
  if (result.outcome === 'snapshot') {
    lines.push(
      `  ${count(result.words ?? 0, 'word')}, ${count(result.posts ?? 0, 'post')}, ${count(result.resources?.kept ?? 0, 'resource')}` +
        ` (${size(result.bytesNew)} new, ${size(result.bytesLinked)} already held)`,
      `  snapshot ${result.snapshotId}  source ${result.sourceId}`,
      `  content  ${result.contentHash}  (did the story change?)`,
      `  fixity   ${result.fixityHash}  (are the stored bytes intact?)`,
      `  ${result.path}`,
    )
  }
  return [...lines, ...result.warnings.map(warning => `  note: ${warning.message}`)]
}

function webArchive({ input, kind, pages, records, signature, problems }: WebArchiveReport): string[] {
  const head = `${input}\n  ${kind.toUpperCase()}, ${count(pages, 'page')} in ${count(records, 'record')}`
  return [
    pages > 0 ? head : `${head}: there is no page in it to keep`,
    ...(signature ? [`  ${signature.state}: ${signature.note}`] : []),
    ...problems.map(problem => `  damage: ${problem}`),
  ]
}

export function resultsInWords({ results, failed, archives = [] }: CaptureResults): string {
  const ended = (outcome: CaptureResult['outcome']) => results.filter(r => r.outcome === outcome).length
  const parts = [
    `${ended('snapshot')} kept`,
    `${ended('check')} unchanged`,
    `${ended('attempt')} not reached`,
    ...(failed.length > 0 ? [`${failed.length} failed`] : []),
  ]
  return [
    ...archives.flatMap(webArchive),
    ...results.flatMap(details),
    ...failed.map(f => `${f.input}\n  failed: ${f.error.message}`),
    parts.join(', ') + '.',
  ].join('\n')
}
