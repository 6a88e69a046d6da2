import { describe, expect, it } from 'vitest'
import { compareArticles, compareText } from '../../archive/compare/index.ts'
import { NOTICE_STATES, type NoticeState } from '../../archive/model/comparison.ts'
import { anArticle, paragraph } from './an-article.ts'

const BEFORE = 'The council met on Monday.\n\nThe bridge carries 40,000 people a day.'
const AFTER = 'The council met on Monday.\n\nThe bridge carries 4,000 people a day.'
const NOTICE = 'Correction: the bridge carries 4,000 people a day. An earlier figure was wrong.'
const OTHER = 'Correction: the council met on Monday, not on Sunday.'

const withNotice = (text: string, notice: string) => `${text}\n\n${notice}`

const CASES: Readonly<Record<NoticeState, readonly [before: string, after: string]>> = {
  none: [BEFORE, AFTER],
  added: [BEFORE, withNotice(AFTER, NOTICE)],
  kept: [withNotice(BEFORE, NOTICE), withNotice(AFTER, NOTICE)],
  changed: [withNotice(BEFORE, OTHER), withNotice(AFTER, NOTICE)],
  removed: [withNotice(BEFORE, NOTICE), AFTER],
}

describe('what the pages say of corrections', () => {
  it.each(NOTICE_STATES)('%s', state => {
    expect(compareText(...CASES[state]).notice.state).toBe(state)
  })

  it('is never called silence: no notice was found in the captured page', () => {
    expect(compareText(BEFORE, AFTER).notice).toEqual({
      state: 'none',
      summary: 'No correction notice was found in the captured page.',
      from: null,
      to: null,
      discloses: [],
    })
  })

  it('is set against what changed: the figure is disclosed, the date is not', () => {
    const after = withNotice(AFTER.replace('Monday', 'Tuesday'), NOTICE)
    const { notice, verdict } = compareText(BEFORE, after)
    expect(notice.discloses.map(k => verdict[k]!.kind)).toEqual(['figure'])
    expect(verdict.map(line => line.kind)).toContain('date')
    expect(after.slice(...notice.to!)).toBe(NOTICE)
    expect(notice.summary).toBe(`The page gives a new correction notice: “${NOTICE}”`)
  })

  it('does not take 40,000 for 4,000 or a part of a word for a word', () => {
    const { notice } = compareText(
      'The fund has 40 members.',
      'The fund has 41 members.\nCorrection: the fund has 411 shares and 140 votes.',
    )
    expect(notice).toMatchObject({ state: 'added', discloses: [] })
  })

  it('takes in a block that the page marks as a correction, whatever its words', () => {
    const marked = { ...paragraph('The figure above is new.'), role: 'correction' } as const
    const from = anArticle()
    const to = anArticle({ blocks: [...from.blocks, marked] })
    expect(compareArticles(from, to).notice).toMatchObject({ state: 'added', from: null })
    expect(compareArticles(to, to).notice.state).toBe('kept')
  })
})
