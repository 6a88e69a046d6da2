import { z } from 'zod'
import { COUNTED_THINGS, QUOTATION_RELATIONS } from '../model/two-sources.ts'
import type { DeepReadonly } from './deep-readonly.ts'
import { rangeSchema } from './verdict.ts'

/** What `about` of a figure can name besides a word of the texts. */
export const COUNTED_THING_NAMES = COUNTED_THINGS

const ofEach = <S extends z.ZodType>(schema: S) => z.object({ from: schema, to: schema })
/** A place in one of the compared texts, with its words. */
const place = z.object({ range: rangeSchema, text: z.string() })
const quotedBy = place.extend({ speaker: z.string().nullable() })
const counted = place.extend({ sentence: place })
const figurePair = ofEach(counted).extend({
  /** What is counted: a word both have, or `killed`, `injured`, `missing`, `arrested`, `displaced`. */
  about: z.string(),
})
const onlyOne = z.object({
  passages: z.array(place.extend({ words: z.int() })),
  names: z.array(place.extend({ count: z.int() })),
})

/** Two texts on one story; `model/two-sources.ts` says what each field means. Ranges are into the compared texts. */
export const sourcesComparisonSchema = z.object({
  /** Words that both have in the same order, longest first; `share` 1 is word for word. */
  passages: z.array(ofEach(place).extend({ words: z.int(), share: z.number(), quoted: z.boolean() })),
  words: ofEach(z.int()),
  /** Share of each text that stands in a shared passage. */
  share: ofEach(z.number()),
  quotations: z.array(
    ofEach(quotedBy).extend({ relation: z.enum(QUOTATION_RELATIONS), otherSpeaker: z.boolean() }),
  ),
  /** Figures that differ for the same thing, and those on which both agree. */
  figures: z.array(figurePair),
  agreed: z.array(figurePair),
  only: ofEach(onlyOne),
})
export type SourcesComparison = DeepReadonly<z.infer<typeof sourcesComparisonSchema>>
