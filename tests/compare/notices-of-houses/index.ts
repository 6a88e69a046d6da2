import * as arabic from './arabic.ts'
import * as english from './english.ts'
import * as french from './french.ts'
import * as german from './german.ts'
import * as portuguese from './portuguese.ts'
import * as spanish from './spanish.ts'

interface House {
  readonly NOTICES: readonly string[]
  readonly LOOKALIKES: readonly string[]
  readonly LATER_NOTICES: readonly string[]
  readonly LATER_LOOKALIKES: readonly string[]
}

/** Notices as papers, agencies and broadcasters put them, and sentences that only look like one, by language. */
const HOUSES: Readonly<Record<string, House>> = {
  English: english,
  Spanish: spanish,
  French: french,
  German: german,
  Portuguese: portuguese,
  Arabic: arabic,
}

const entries = Object.entries(HOUSES)

export const HOUSE_NOTICES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  entries.map(([language, house]) => [language, [...house.NOTICES, ...house.LATER_NOTICES]]),
)

export const HOUSE_LOOKALIKES: readonly string[] = entries.flatMap(([, house]) => [
  ...house.LOOKALIKES,
  ...house.LATER_LOOKALIKES,
])
