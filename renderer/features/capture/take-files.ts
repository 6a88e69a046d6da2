import { setDraft } from './draft.ts'
import { parseDraft } from './parse-draft.ts'

/** What Stet can import, as a file dialogue asks for it. */
export const FILE_TYPES = ['.html', '.htm', '.xhtml', '.mhtml', '.mht', '.txt', '.md']

/** A list of addresses is text, and no longer than this. */
const LONGEST_LIST_BYTES = 2 * 1024 * 1024
const MOST_LISTED = 10_000

/** Puts files into the capture bar; a text file of addresses can be captured instead of imported. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return
  setDraft({ files, listed: [] })
  const [only, ...more] = files
  if (!only || more.length > 0 || !isText(only) || only.size > LONGEST_LIST_BYTES) return
  const inside = parseDraft(await only.text())
  if (inside.kind === 'urls') setDraft({ files, listed: inside.urls.slice(0, MOST_LISTED) })
}

const isText = ({ type, name }: File): boolean =>
  type === 'text/plain' || /\.(txt|list|urls|csv)$/i.test(name)
