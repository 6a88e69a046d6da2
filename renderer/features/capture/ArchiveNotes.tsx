import { CircleAlert, FileStack, ShieldAlert, ShieldCheck, ShieldQuestionMark } from 'lucide-react'
import styles from './ArchiveNotes.module.css'

interface Note {
  readonly code: string
  readonly message: string
}

const SIGNS = {
  'web-archive': FileStack,
  'signature-signed': ShieldCheck,
  'signature-unproven': ShieldQuestionMark,
  'signature-unsigned': ShieldQuestionMark,
  'signature-wrong': ShieldAlert,
  'file-damaged': CircleAlert,
} as const
type Code = keyof typeof SIGNS
const BAD: ReadonlySet<string> = new Set(['signature-wrong', 'file-damaged'] satisfies Code[])

const isOfFile = (note: Note): note is Note & { readonly code: Code } => Object.hasOwn(SIGNS, note.code)

/** What of an import's remarks is about the WARC or WACZ file as a whole; none for other files. */
export const archiveNotes = (warnings: readonly Note[]) =>
  warnings.some(({ code }) => code === 'web-archive') ? warnings.filter(isOfFile) : []

/** What a web archive held, who signed it, and what is damaged in it. The core's words, which are English. */
export function ArchiveNotes({ notes }: { readonly notes: ReturnType<typeof archiveNotes> }) {
  return (
    <ul className={styles['notes']} lang="en" dir="ltr">
      {notes.map(({ code, message }) => {
        const Sign = SIGNS[code]
        return (
          <li key={`${code} ${message}`} data-bad={BAD.has(code) || undefined}>
            <Sign aria-hidden="true" />
            <span>{message}</span>
          </li>
        )
      })}
    </ul>
  )
}
