import { ARABIC } from './ar.ts'
import { GERMAN } from './de.ts'
import { ENGLISH } from './en.ts'
import { SPANISH } from './es.ts'
import { FRENCH } from './fr.ts'
import { HINDI } from './hi.ts'
import { PORTUGUESE } from './pt.ts'
import { RUSSIAN } from './ru.ts'
import { CHINESE } from './zh.ts'
import type { EditsOfLanguage } from './edit.ts'

export const EDITS: Readonly<Record<string, EditsOfLanguage>> = {
  English: ENGLISH,
  Spanish: SPANISH,
  French: FRENCH,
  German: GERMAN,
  Portuguese: PORTUGUESE,
  Arabic: ARABIC,
  Russian: RUSSIAN,
  Chinese: CHINESE,
  Hindi: HINDI,
}
