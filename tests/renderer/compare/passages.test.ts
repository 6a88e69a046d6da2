import { expect, test } from 'vitest'
import { copiedOf } from '../../../renderer/features/compare/passages.ts'
import { viewOf } from '../../../renderer/features/compare/view.ts'
import { aPair, BOAT, COST, COST_CORRECTED, CROWD } from './a-pair.ts'

function copied(before: readonly string[], after: readonly string[]) {
  const view = viewOf(aPair({ title: 'T', paragraphs: before }, { title: 'T', paragraphs: after }))
  return copiedOf({
    sides: ['Before: one', 'After: two'],
    counts: '1 word',
    verdict: ['A line & more'],
    rows: view.rows,
    inline: view.inline,
    words: { verdict: 'What changed', text: 'The text', moved: 'moved' },
  })
}

test('plain text has the sides, the verdict and the changed passages with their marks, and no unchanged ones', () => {
  expect(copied([BOAT, COST], [BOAT, COST_CORRECTED, CROWD]).text).toBe(
    [
      'Before: one',
      'After: two',
      '',
      '1 word',
      '',
      'What changed:',
      '• A line & more',
      '',
      'The text:',
      '',
      'Running it costs [-2.1-] {+1.2+} million crowns a year.',
      '',
      `{+${CROWD}+}`,
    ].join('\n'),
  )
})

test('HTML marks the same passages and lets nothing of the page in', () => {
  const { html } = copied(['Old <b>words</b> here.'], ['Old <b>words</b> there.'])
  expect(html).toContain('<del>here</del> <ins>there</ins>')
  expect(html).toContain('&lt;b&gt;words&lt;/b&gt;')
  expect(html).toContain('<li>A line &amp; more</li>')
})
