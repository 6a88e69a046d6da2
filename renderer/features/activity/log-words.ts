import type { ActivityLine } from '../../../archive/contract/source.ts'

/** What a person may want to see alone; each stands for the types of log lines below it. */
export const LOG_FILTERS = {
  all: [],
  snapshot: ['snapshot'],
  check: ['check'],
  attempt: ['attempt'],
  purge: ['purge'],
  archive: ['archive', 'recovery'],
} as const satisfies Record<string, readonly string[]>
export type LogFilter = keyof typeof LOG_FILTERS

export const LOG_FILTER_NAMES = Object.keys(LOG_FILTERS) as readonly LogFilter[]

export const asLogFilter = (text: string | null): LogFilter =>
  LOG_FILTER_NAMES.find(name => name === text) ?? 'all'

/** Which sentence a line is told in. */
export type LogSentence =
  | 'saved'
  | 'imported'
  | 'recovered'
  | 'checked'
  | 'attempted'
  | 'purged'
  | 'archiveMade'
  | 'tornLine'
  | 'logChanged'
  | 'bagSetAside'
  | 'other'

export function sentenceOf({ event }: ActivityLine): LogSentence {
  switch (event.type) {
    case 'snapshot':
      if (event['recovered'] === true) return 'recovered'
      return event['witness'] === 'imported' ? 'imported' : 'saved'
    case 'check':
      return 'checked'
    case 'attempt':
      return 'attempted'
    case 'purge':
      return 'purged'
    case 'archive':
      return 'archiveMade'
    case 'recovery':
      if (event['what'] === 'torn-line') return 'tornLine'
      return event['what'] === 'bag-set-aside' ? 'bagSetAside' : 'logChanged'
    default:
      // A newer Stet may write lines this one does not know; they are shown all the same.
      return 'other'
  }
}

/** Words of the core in a line, in English: why it was purged, what a recovery did. */
export function remarkOf({ event }: ActivityLine): string | null {
  const words = event.type === 'purge' ? event['reason'] : event.type === 'recovery' ? event['message'] : null
  return typeof words === 'string' ? words : null
}

/** Lines by the day of this computer's zone, in the order they come. */
export function byDay(
  lines: readonly ActivityLine[],
  dayOf: (at: string) => string,
): readonly { readonly day: string; readonly lines: readonly ActivityLine[] }[] {
  const days: { day: string; lines: ActivityLine[] }[] = []
  for (const line of lines) {
    const day = dayOf(line.event.at)
    const last = days.at(-1)
    if (last?.day === day) last.lines.push(line)
    else days.push({ day, lines: [line] })
  }
  return days
}
