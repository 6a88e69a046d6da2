import type { Settings } from '../../archive/contract/settings.ts'
import { ar } from './ar.ts'
import { en, type Words } from './en.ts'

/** @param locale of the system, e.g. `ar-EG`; decides where the person set no language */
export function wordsFor(language: Settings['language'], locale: string): Words {
  const chosen = language === 'system' ? locale.split('-')[0] : language
  return chosen === 'ar' ? ar : en
}
