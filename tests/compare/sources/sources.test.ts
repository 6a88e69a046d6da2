import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareSources } from '../../../archive/compare/sources/index.ts'
import type { Range } from '../../../archive/model/comparison.ts'

const AGENCY =
  'The freighter lost power shortly after midnight and drifted for two hours before a tug reached it off the cape.'
const OURS = [
  'Islanders woke to the sight of a rusty hull on the reef.',
  AGENCY,
  'The school on the hill opened its gym to the crew, and bakers brought bread.',
]
const THEIRS = [
  'Shipping through the strait was held up for most of Tuesday.',
  'Insurers put the damage at 4 million crowns.',
  AGENCY.replace('shortly after midnight', 'just after midnight'),
]

function told(from: readonly string[] | string, to: readonly string[] | string) {
  const [a, b] = [from, to].map(text => (typeof text === 'string' ? text : text.join('\n\n'))) as [
    string,
    string,
  ]
  return { report: compareSources(a, b) }
}

const figures = (from: string, to: string) =>
  told(from, to).report.figures.map(pair => [pair.from.text, pair.to.text, pair.about])

describe('shared passages', () => {
  test('a sentence that both have is found wherever it stands, also with a word changed', () => {
    const { report } = told(OURS, THEIRS)
    expect(report.passages).toHaveLength(1)
    const [passage] = report.passages
    expect(passage!.from.text).toBe(AGENCY.slice(0, -1))
    expect(passage!.to.text).toContain('just after midnight and drifted')
    expect(passage!.share).toBeGreaterThan(0.9)
    expect(passage!.share).toBeLessThan(1)
    expect(report.share.from).toBeCloseTo(19 / report.words.from, 1)
  })

  test('word for word is a share of 1, whatever the case and the marks', () => {
    const { report } = told(OURS, [THEIRS[0]!, AGENCY.toUpperCase().replace('TUG ', 'TUG, ')])
    expect(report.passages[0]).toMatchObject({ share: 1, quoted: false, words: 20 })
  })

  test('passages in another order are all found, the longest first', () => {
    const other = 'The coast guard said that nobody on board was hurt and that no oil had been spilled.'
    const { report } = told([other, ...OURS], [AGENCY, THEIRS[0]!, other])
    expect(report.passages.map(passage => passage.from.text.slice(0, 13))).toEqual([
      'The freighter',
      'The coast gua',
    ])
  })

  test('a name and a turn of speech are no passage, and no stray word of the next sentence is in one', () => {
    const { report } = told(
      'He was taken to the Royal Infirmary of the city. This was new.',
      'She spoke at the Royal Infirmary of the city. This is old.',
    )
    expect(report.passages).toEqual([])
    const { report: cut } = told(`${AGENCY} This was new.`, `${AGENCY} This is old.`)
    expect(cut.passages[0]!.from.text).toBe(AGENCY.slice(0, -1))
  })

  test('words that both quote are marked as a quotation', () => {
    const said = '“We had no light and no engine and we were drifting towards the rocks all night,”'
    const { report } = told(
      `${said} said the mate, Ida Roos.`,
      `On Tuesday Ida Roos told us: ${said} and wept.`,
    )
    expect(report.passages[0]).toMatchObject({ quoted: true })
  })

  test('a text that repeats itself a thousand times takes no time to speak of', () => {
    const again = 'the same five words again '.repeat(1000)
    const { report } = told(again, again)
    expect(report.share.from).toBeGreaterThan(0.9)
  })
})

describe('quotations', () => {
  test('the same one, a part of it, and other words are told apart, what differs first', () => {
    const { report } = told(
      [
        '“Nobody on this island will be left behind,” said Ida Roos.',
        '“We have done what we could, and it was not enough,” said Per Lund.',
        '“It will be dark before they come back,” said Mats Berg.',
      ],
      [
        'Ida Roos said: “Nobody on this island will be left behind.”',
        'Per Lund put it so: “We have done all that we could, and it was not enough for them.”',
        '“It will be dark,” said Mats Berg.',
      ],
    )
    expect(report.quotations.map(({ relation }) => relation)).toEqual(['other-words', 'part', 'same'])
    expect(report.quotations[0]!.from.speaker).toBe('Per Lund')
    expect(report.quotations.every(({ otherSpeaker }) => !otherSpeaker)).toBe(true)
  })

  test('the same words in the mouth of somebody else come first', () => {
    const { report } = told(
      'The vote was late. “Nobody on this island will be left behind,” said Ida Roos on Monday.',
      'Of the boats, Per Lund said: “Nobody on this island will be left behind.”',
    )
    expect(report.quotations[0]).toMatchObject({ relation: 'same', otherSpeaker: true })
  })

  test('single words in quotation marks are no quotation', () => {
    expect(told('The “old quay” was shut.', 'It is the “old quay” again.').report.quotations).toEqual([])
  })
})

describe('figures for the same thing', () => {
  test.each([
    ['that war has claimed at least 82 lives', 'So far 83 people were killed at sea.', 'killed'],
    ['The storm killed 82 people.', 'The death toll stands at 85.', 'killed'],
    ['Police detained 41 protesters.', 'Some 45 people were arrested.', 'arrested'],
    ['La tormenta dejó 82 muertos en la costa.', 'El temporal causó 85 víctimas mortales.', 'killed'],
    ['Bei dem Sturm starben 82 Menschen.', 'Der Sturm forderte 85 Todesopfer.', 'killed'],
    ['La tempête a fait 82 morts.', 'Au moins 85 personnes ont été tuées.', 'killed'],
    ['Погибли 82 человека.', 'Число погибших достигло 85 человек.', 'killed'],
    ['ارتفع عدد القتلى إلى 82 شخصا', 'أسفر عن مقتل 85 شخصا', 'killed'],
    ['风暴造成82人死亡。', '死亡人数升至85人。', 'killed'],
  ])('%s / %s', (from, to, about) => {
    const [[one, other, thing]] = figures(from, to) as [[string, string, string]]
    expect([one, other, thing].map(found => found.replace(/\D+$/, ''))).toEqual([
      /\d+/.exec(from)![0],
      /\d+/.exec(to)![0],
      '',
    ])
    expect(thing).toBe(about)
  })

  test('a figure by the noun behind it, in sentences that tell the same', () => {
    expect(
      figures(
        'In January the 41 sailings a week will become 34.',
        'The company said 42 sailings a week will be cut from January.',
      ),
    ).toEqual([['41', '42', 'sailings']])
  })

  test('figures that agree, count something else, or have another unit are no difference', () => {
    const { report } = told('The storm killed 82 people.', 'In all, 82 people died.')
    expect(report.figures).toEqual([])
    expect(report.agreed).toMatchObject([{ about: 'killed', from: { text: '82' }, to: { text: '82' } }])
    expect(figures('Some 12 people were arrested.', 'About 14 people were evacuated.')).toEqual([])
    expect(figures('Prices rose by 12 percent.', 'Prices rose by 14 crowns.')).toEqual([])
    expect(figures('The storm killed 82 people.', 'The blast killed 3 people in 1998.')).toEqual([])
    expect(figures('Eight organisations were named.', 'He named 8 organisations.')).toEqual([])
  })

  test('a noun that every other figure counts ties none of them to another', () => {
    const crowd = (n: number) =>
      [
        `Some ${n} people came by boat at dawn.`,
        `Near the church ${n + 70} people sang.`,
        `In town ${n + 300} people voted.`,
      ].join(' ')
    expect(
      figures(crowd(20), crowd(21).replaceAll('came by boat at dawn', 'left the hall before noon')),
    ).not.toContainEqual(['20', '21', 'people'])
  })

  test('each figure is told once', () => {
    expect(
      figures('The storm killed 82 people.', 'It killed 83 people. Of the 84 people killed …'),
    ).toHaveLength(1)
  })
})

describe('what one has alone', () => {
  test('a name with an accent in one text and without in the other is in both', () => {
    const [a, b] = [
      'On Monday the mayor met Lucía José here.',
      'It was Lucia Jose whom the mayor met on Monday.',
    ]
    for (const [from, to] of [
      [a, b],
      [b, a],
      [a, a],
    ] as const)
      expect(compareSources(from, to).only.from.names).toEqual([])
  })

  test('passages that the other tells nothing like, and names it does not have', () => {
    const { report } = told(
      [...OURS, 'The harbour master, Ida Roos, thanked them.'],
      [...THEIRS, 'The owner, Per Lund, was not to be reached, his lawyer said.'],
    )
    expect(report.only.from.passages.map(({ text: words }) => words)).toContain(OURS[2])
    expect(report.only.from.passages.map(({ text: words }) => words)).not.toContain(AGENCY)
    expect(report.only.to.passages.map(({ text: words }) => words)).toContain(THEIRS[0])
    expect(report.only.from.names.map(({ text }) => text)).toEqual(['Ida Roos'])
    expect(report.only.to.names.map(({ text }) => text)).toContain('Per Lund')
  })

  test('a surname, an accent and a possessive make no other name', () => {
    const { report } = told('Later Nicolás Maduro’s brother spoke.', 'Then Maduro left, and so did Nicolas.')
    expect(report.only.from.names).toEqual([])
  })
})

const WORDS =
  'the council mayor bridge “said” 82 killed people Ana Ruiz 5, 1,200 Monday 桥梁 死亡 สะพาน ใหม่ है।'.split(
    ' ',
  )
const text = fc.oneof(
  fc.array(fc.constantFrom(...WORDS, '.', '\n\n', '”', '“'), { maxLength: 80 }).map(words => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

test('for any two texts, no word is in two passages and every place is in its text', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const report = compareSources(a, b)
      const apart = (ranges: readonly Range[], whole: string) => {
        const sorted = ranges.toSorted((x, y) => x[0] - y[0])
        sorted.forEach(([start, end], at) => {
          expect(start).toBeGreaterThanOrEqual(at === 0 ? 0 : sorted[at - 1]![1])
          expect(end).toBeLessThanOrEqual(whole.length)
          expect(end).toBeGreaterThan(start)
        })
      }
      for (const side of ['from', 'to'] as const) {
        const whole = side === 'from' ? a : b
        apart(
          report.passages.map(passage => passage[side].range),
          whole,
        )
        apart(
          report.only[side].passages.map(({ range }) => range),
          whole,
        )
        for (const pair of [...report.figures, ...report.agreed]) {
          expect(whole.slice(...pair[side].range)).toBe(pair[side].text)
        }
        for (const pair of report.quotations) expect(whole.slice(...pair[side].range)).toBe(pair[side].text)
        expect(report.share[side]).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 200 },
  )
})

test('a text beside itself differs in nothing', () => {
  fc.assert(
    fc.property(text, words => {
      const { figures: differ, only, quotations } = compareSources(words, words)
      expect(differ).toEqual([])
      expect(only.from.names).toEqual([])
      expect(quotations.every(({ relation, otherSpeaker }) => relation === 'same' && !otherSpeaker)).toBe(
        true,
      )
    }),
    { numRuns: 100 },
  )
})

const SEEDS = new URL('../../../../shared/seeds/', import.meta.url)
const seed = (name: string): string | null => {
  try {
    return readFileSync(new URL(name, SEEDS), 'utf8')
  } catch {
    return null
  }
}
const [first, second, third] = [
  '000_91aa719885591837.txt',
  '002_a369d1b0aa72c426.txt',
  '003_68911f85241fad13.txt',
].map(seed)

test.skipIf(!first || !second || !third)('three outlets on one event', () => {
  expect(figures(first!, third!)).toEqual([['82', '83', 'killed']])
  expect(figures(first!, second!)).toEqual([])
  const { report } = told(second!, third!)
  expect(report.passages[0]!.from.text).toContain('including Tren de Aragua and Mexico’s Sinaloa Cartel')
  expect(report.only.to.names.map(({ text: name }) => name)).toContain('Pentagon')
})
