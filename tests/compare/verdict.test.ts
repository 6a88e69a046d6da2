import { describe, expect, it } from 'vitest'
import { compareText } from '../../archive/compare/index.ts'
import type { VerdictKind } from '../../archive/model/comparison.ts'

const TELLING: readonly VerdictKind[] = [
  'figure',
  'date',
  'name',
  'quotation',
  'attribution',
  'hedge',
  'negation',
  'link',
  'correction',
]

function kinds(before: string, after: string): VerdictKind[] {
  const found = compareText(before, after).verdict.map(line => line.kind)
  return TELLING.filter(kind => found.includes(kind))
}

/** Old sentence, new sentence, and exactly the kinds an editor would name. */
type Case = readonly [language: string, before: string, after: string, kinds: readonly VerdictKind[]]

const CASES: readonly Case[] = [
  [
    'English',
    'The flood killed 82 people in the valley.',
    'The flood killed 83 people in the valley.',
    ['figure'],
  ],
  [
    'English',
    'Repairs will cost $1.2 million this time.',
    'Repairs will cost $12 million this time.',
    ['figure'],
  ],
  [
    'English',
    'At least three boats sank in the storm.',
    'At least four boats sank in the storm.',
    ['figure'],
  ],
  [
    'English',
    'The bridge closed on 3 May 2024 for good.',
    'The bridge closed on 5 May 2024 for good.',
    ['date'],
  ],
  ['English', 'The bridge was built in 1931 by hand.', 'The bridge was built in 1937 by hand.', ['date']],
  [
    'English',
    'The vote was moved to Tuesday by the board.',
    'The vote was moved to Friday by the board.',
    ['date'],
  ],
  [
    'English',
    'The prize went to Maria Lindqvist this year.',
    'The prize went to Marta Lindqvist this year.',
    ['name'],
  ],
  [
    'English',
    '“We were warned in time,” the captain said.',
    '“We were never warned in time,” the captain said.',
    ['quotation', 'negation'],
  ],
  [
    'English',
    'The fire was started on purpose, police said.',
    'The fire was started on purpose, according to a neighbour.',
    ['attribution'],
  ],
  [
    'English',
    'The driver allegedly fled through the fields.',
    'The driver fled through the fields.',
    ['hedge'],
  ],
  ['English', 'The dam is safe for the winter.', 'The dam is not safe for the winter.', ['negation']],
  ['English', 'See https://example.org/a for the list.', 'See https://example.org/b for the list.', ['link']],
  ['English', 'The crowd walked slowly to the square.', 'The crowd walked quietly to the square.', []],
  ['Spanish', 'Murieron 12 personas en el incendio.', 'Murieron 14 personas en el incendio.', ['figure']],
  [
    'Spanish',
    'La reunión será el 3 de mayo de 2024 en casa.',
    'La reunión será el 9 de mayo de 2024 en casa.',
    ['date'],
  ],
  ['Spanish', 'El presunto ladrón huyó por el río.', 'El ladrón huyó por el río.', ['hedge']],
  ['Spanish', 'El puente es seguro para todos.', 'El puente no es seguro para todos.', ['negation']],
  [
    'Spanish',
    'El agua subió anoche, según la alcaldía.',
    'El agua subió anoche, según los vecinos.',
    ['attribution'],
  ],
  [
    'French',
    'L’incendie a fait 12 morts dans la nuit.',
    'L’incendie a fait 15 morts dans la nuit.',
    ['figure'],
  ],
  [
    'French',
    'Le pont rouvrira le 4 mars 2025 au matin.',
    'Le pont rouvrira le 6 mars 2025 au matin.',
    ['date'],
  ],
  [
    'French',
    'Le maire a dit « tout est prêt » hier soir.',
    'Le maire a dit « rien est prêt » hier soir.',
    ['quotation', 'negation'],
  ],
  ['French', 'Le voleur présumé a fui par les champs.', 'Le voleur a fui par les champs.', ['hedge']],
  [
    'German',
    'Bei dem Brand starben 12 Menschen im Tal.',
    'Bei dem Brand starben 13 Menschen im Tal.',
    ['figure'],
  ],
  [
    'German',
    'Die Brücke wird am 3. Mai 2025 geöffnet.',
    'Die Brücke wird am 8. Mai 2025 geöffnet.',
    ['date'],
  ],
  [
    'German',
    'Der Fahrer ist angeblich in den Wald geflohen.',
    'Der Fahrer ist in den Wald geflohen.',
    ['hedge'],
  ],
  [
    'German',
    'Das Wasser ist laut der Polizei gestiegen.',
    'Das Wasser ist laut der Feuerwehr gestiegen.',
    ['attribution'],
  ],
  [
    'German',
    'Der Damm ist sicher und wird es bleiben.',
    'Der Damm ist nicht sicher und wird es bleiben.',
    ['negation'],
  ],
  ['German', 'Der Hund lief über die Wiese und bellte.', 'Die Katze lief über die Wiese und bellte.', []],
  [
    'Portuguese',
    'O incêndio matou 12 pessoas na aldeia.',
    'O incêndio matou 11 pessoas na aldeia.',
    ['figure'],
  ],
  ['Portuguese', 'O suposto ladrão fugiu pelo rio.', 'O ladrão fugiu pelo rio.', ['hedge']],
  [
    'Portuguese',
    'A ponte fecha em 3 de maio de 2025 à noite.',
    'A ponte fecha em 7 de maio de 2025 à noite.',
    ['date'],
  ],
  ['Russian', 'При пожаре погибли 12 человек.', 'При пожаре погибли 14 человек.', ['figure']],
  ['Russian', 'Мост закрыли 3 мая 2024 года.', 'Мост закрыли 9 мая 2024 года.', ['date']],
  ['Russian', 'Водитель якобы скрылся в лесу.', 'Водитель скрылся в лесу.', ['hedge']],
  ['Arabic', 'قتل 12 شخصا في الحريق أمس.', 'قتل 15 شخصا في الحريق أمس.', ['figure']],
  ['Arabic', 'يفتح الجسر في 3 مايو 2025 صباحا.', 'يفتح الجسر في 9 مايو 2025 صباحا.', ['date']],
  ['Hindi', 'आग में 12 लोगों की मौत हुई।', 'आग में 15 लोगों की मौत हुई।', ['figure']],
  ['Chinese', '火灾造成12人死亡，多人受伤。', '火灾造成15人死亡，多人受伤。', ['figure']],
  ['Chinese', '大桥将于5月3日开放通行。', '大桥将于5月9日开放通行。', ['date']],
]

describe('the verdict on one edited sentence', () => {
  it.each(CASES)('names what changed (%s: %s)', (_language, before, after, expected) => {
    expect(kinds(before, after).toSorted()).toEqual([...expected].toSorted())
  })

  it('quotes both sides, their places and the rule', () => {
    const [before, after] = ['The flood killed 82 people.', 'The flood killed 83 people.']
    expect(compareText(before, after).verdict).toEqual([
      {
        kind: 'figure',
        rule: 'figure',
        summary: 'The figure “82 ” became “83 ”.'.replaceAll(' ”', '”'),
        from: [17, 19],
        to: [17, 19],
        before: '82',
        after: '83',
      },
    ])
  })

  it('puts the most telling first', () => {
    const before = 'The flood killed 82 people. The mayor walked home. Rain fell for days on the hills.'
    const after = 'The flood killed 83 people. The mayor drove home. A curfew was called over the whole town.'
    const found = compareText(before, after).verdict.map(line => line.kind)
    expect(found[0]).toBe('figure')
    expect(found.indexOf('text-removed')).toBeLessThan(found.indexOf('text-edited'))
  })

  it('does not take the same figure in another spelling for a change', () => {
    expect(kinds('It cost 1,200 euros in the end.', 'It cost 1200 euros in the end.')).toEqual([])
  })
})

describe('noise', () => {
  it.each([
    ['typographic quotes', 'He said "no" and left.', 'He said “no” and left.'],
    ['an ellipsis', 'And then...  silence fell.', 'And then… silence fell.'],
    ['spacing', 'One  two three.', 'One two\u00a0three.'],
    ['a view counter', 'The bridge is open.\n1,204 views', 'The bridge is open.\n1,377 views'],
    ['a relative time', 'The bridge is open.\n3 hours ago', 'The bridge is open.\n5 hours ago'],
  ])('is told as noise and leaves the texts the same: %s', (_name, before, after) => {
    const { same, verdict } = compareText(before, after)
    expect(same).toBe(true)
    expect(verdict.every(line => line.kind === 'noise')).toBe(true)
  })

  it('does not hide a changed word', () => {
    expect(compareText('He said "no" and left.', 'He said “yes” and left.').same).toBe(false)
  })
})
