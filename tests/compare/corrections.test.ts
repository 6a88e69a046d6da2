import { describe, expect, it } from 'vitest'
import { compareText } from '../../archive/compare/index.ts'
import { isCorrectionNotice } from '../../archive/compare/verdict/corrections.ts'
import { LOOKALIKES, STRANGE_NOTICES } from './notices-of-strangers.ts'
import { HOUSE_LOOKALIKES, HOUSE_NOTICES } from './notices-of-houses/index.ts'
import { NOTICES, ORDINARY } from './notices.ts'

const STORY = 'The council met on Monday. The bridge carries 4,000 people a day.'

function correctionLines(added: string) {
  return compareText(STORY, `${STORY}\n\n${added}`).verdict.filter(line => line.kind === 'correction')
}

describe('a notice of correction', () => {
  it.each(Object.keys(NOTICES))('is recognised in %s, 9 of 10 at least', language => {
    const notices = [...NOTICES[language]!, ...(STRANGE_NOTICES[language] ?? [])]
    const missed = notices.filter(notice => correctionLines(notice).length === 0)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(notices.length / 10)
  })

  it.each(Object.keys(HOUSE_NOTICES))(
    'as papers and agencies word it in %s is recognised, 9 of 10',
    language => {
      const notices = HOUSE_NOTICES[language]!
      const missed = notices.filter(notice => correctionLines(notice).length === 0)
      expect(notices.length).toBeGreaterThan(40)
      expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(notices.length / 10)
    },
  )

  it('is not told where an update only adds news, nor where an editor says where a text first appeared', () => {
    expect(isCorrectionNotice('Updated to add comment from the hospital.')).toBe(false)
    expect(isCorrectionNotice('Editor’s note: This story first appeared in our winter issue.')).toBe(false)
    expect(isCorrectionNotice('Editor’s note: This story was changed after publication.')).toBe(true)
  })

  it('is seen in fewer than one of a hundred sentences that merely speak of errors and versions', () => {
    const ordinary = [...Object.values(ORDINARY).flat(), ...LOOKALIKES, ...HOUSE_LOOKALIKES]
    const mistaken = ordinary.filter(text => isCorrectionNotice(text))
    expect(ordinary.length).toBeGreaterThan(600)
    expect(mistaken.length / ordinary.length, mistaken.join('\n')).toBeLessThan(0.01)
  })

  it('is none where somebody in the story says it', () => {
    expect(isCorrectionNotice('This story is wrong from start to end, the minister said.')).toBe(false)
    expect(isCorrectionNotice('“We wrongly reported the sum,” the bank’s clerk wrote.')).toBe(false)
  })

  it('that was taken out is told too', () => {
    const [line] = compareText(`${STORY}\n\n${NOTICES['English']![0]}`, STORY).verdict
    expect(line).toMatchObject({ kind: 'correction', rule: 'notice', to: null })
    expect(line!.summary).toMatch(/^A correction notice was removed/)
  })
})
