import { describe, expect, it } from 'vitest'
import { compareText } from '../../archive/compare/index.ts'

const A = 'The council met on Monday to hear the plan for the old bridge.'
const B = 'Engineers said that the northern pier had lost its footing.'
const C = 'A ferry will carry schoolchildren until the works are over.'
const D = 'Shopkeepers on the quay fear for their summer trade.'
const text = (...sentences: string[]) => sentences.join(' ')

/** `op: old words → new words` for each entry that is not `same`. */
function changes(before: string, after: string): string[] {
  return compareText(before, after)
    .alignment.filter(entry => entry.op !== 'same')
    .map(({ op, from, to }) => {
      const sides = [from && before.slice(...from), to && after.slice(...to)].map(side => side ?? '–')
      return `${op}: ${sides.join(' → ')}`
    })
}

function words(before: string, after: string): string[] {
  return compareText(before, after).alignment.flatMap(entry =>
    (entry.words ?? []).flatMap(word => {
      if (word.op === 'deleted') return [`-${before.slice(...word.from!)}`]
      return word.op === 'inserted' ? [`+${after.slice(...word.to!)}`] : []
    }),
  )
}

describe('sentences', () => {
  it('that came or went stand alone', () => {
    expect(changes(text(A, B), text(A, C, B))).toEqual([`inserted: – → ${C}`])
    expect(changes(text(A, B, C), text(A, C))).toEqual([`deleted: ${B} → –`])
  })

  it('with a changed word are edited, and only that word is marked', () => {
    const edited = B.replace('northern', 'southern')
    expect(changes(text(A, B, C), text(A, edited, C))).toEqual([`edited: ${B} → ${edited}`])
    expect(words(text(A, B, C), text(A, edited, C))).toEqual(['-northern', '+southern'])
  })

  it('that stand elsewhere are moved, not gone and new', () => {
    expect(changes(text(A, B, C, D), text(D, A, B, C))).toEqual([`moved: ${D} → ${D}`])
  })

  it('that moved and changed are one thing with its inner edit', () => {
    const edited = D.replace('summer', 'winter')
    expect(changes(text(A, B, C, D), text(edited, A, B, C))).toEqual([`moved-edited: ${D} → ${edited}`])
  })

  it('cut in two are a split, and joined a merge', () => {
    const one = 'The mayor opened the new bridge, and thousands of people walked across it.'
    const two = ['The mayor opened the new bridge.', 'Thousands of people walked across it.']
    const split = compareText(text(A, one, C), text(A, ...two, C)).alignment.filter(e => e.op === 'split')
    expect(split.map(entry => text(A, ...two, C).slice(...entry.to!))).toEqual(two)
    const merged = compareText(text(A, ...two, C), text(A, one, C)).alignment.filter(e => e.op === 'merged')
    expect(merged).toHaveLength(2)
  })

  it('that are repeated pair with their twins in order', () => {
    const again = 'Nobody was hurt.'
    expect(changes(text(A, again, B, again, C), text(A, again, B, again, D, C))).toEqual([
      `inserted: – → ${D}`,
    ])
  })

  it('are kept where only the paragraphs were divided differently', () => {
    const { alignment, same } = compareText(`${A} ${B}\n\n${C}`, `${A}\n\n${B} ${C}`)
    expect(alignment.map(entry => entry.op)).toEqual(['same', 'same', 'same'])
    expect(same).toBe(true)
  })

  it('of two different stories are not tied together by common words', () => {
    const other = text(
      'The weather service expects hail in the hills.',
      'A new museum opens its doors in the old station.',
      'The team won its third match of the season.',
      'Bread will cost more from the spring on.',
    )
    const ops = compareText(text(A, B, C, D), other).alignment.map(entry => entry.op)
    expect(new Set(ops)).toEqual(new Set(['deleted', 'inserted']))
  })
})

describe('words', () => {
  it('are never cut inside', () => {
    expect(words(`${A} ${B}`, `${A} ${B.replace('footing', 'foothold')}`)).toEqual(['-footing', '+foothold'])
  })

  it('keep no stray small word between two changes', () => {
    const before = 'The committee of elderly fishermen rejected it yesterday evening after a long debate.'
    const after = 'The assembly of young farmers rejected it yesterday evening after a long debate.'
    expect(words(before, after)).toEqual(['-committee of elderly fishermen', '+assembly of young farmers'])
  })

  it('are whole in Chinese', () => {
    const [before, after] = ['市长星期一宣布新桥开放。', '市长星期二宣布新桥开放。']
    expect(words(before, after)).toEqual(['-星期一', '+星期二'])
  })

  it('are whole where one stands for another, though letters are shared', () => {
    expect(words('市长昨天宣布新桥开放。', '市长昨天公布新桥开放。')).toEqual(['-宣布', '+公布'])
    const thai = 'เทศบาลปิดสะพานเก่าเมื่อวานนี้'
    expect(words(thai, thai.replace('ปิด', 'เปิด'))).toEqual(['-ปิด', '+เปิด'])
    expect(words(thai, thai.replace('เก่า', ''))).toEqual(['-เก่า'])
  })

  it('keep no full stop between two changes', () => {
    const before = text(A, B, D)
    const after = text(A, B.replace('lost its footing', 'been hit by a barge'), C)
    expect(words(before, after)).toEqual(['-lost its footing.', '+been hit by a barge.'])
  })

  it('and an address in the text are one piece', () => {
    const before = 'The report is at https://example.org/files/report-12 for everybody to read.'
    expect(words(before, before.replace('12', '13'))).toEqual([
      '-https://example.org/files/report-12',
      '+https://example.org/files/report-13',
    ])
  })
})

function sentencesIn(story: string): number {
  return compareText(story, story).alignment.length
}

describe('sentence borders', () => {
  it.each([
    ['titles and initials', 'Dr. Ana Smith met J. R. Cole. They agreed.', 2],
    ['dotted short forms', 'The U.S. Senate voted. It was close.', 2],
    ['German ordinals and short forms', 'Am 3. Mai kam Prof. Weber. Alle freuten sich.', 2],
    ['French titles', 'Le maire a reçu M. Dupont. Rien n’est décidé.', 2],
    ['Spanish titles', 'La Sra. López llegó. Nadie habló.', 2],
    ['Russian short forms', 'Встреча прошла на ул. Ленина. Все согласились.', 2],
    ['Hindi', 'पुल बंद है। काम जारी है।', 2],
    ['Chinese with a title in brackets', '他来了。《新桥》开放了。', 2],
    ['Arabic', 'هل انتهى العمل؟ لا أحد يعرف.', 2],
    ['a question inside a quotation', '“Is it safe?” she asked. Nobody knew.', 2],
    ['a sentence without its capital', 'He rejected the complaint. witnesses had left by then.', 2],
  ])('hold for %s', (_name, story, sentences) => {
    expect(sentencesIn(story)).toBe(sentences)
  })

  it('in Thai are settled by the other text where no space shows them', () => {
    const [one, two, three] = ['เทศบาลเปิดสะพานใหม่เมื่อวานนี้', 'ชาวบ้านเดินข้ามแม่น้ำเป็นครั้งแรก', 'ร้านค้าริมน้ำกลับมาคึกคัก']
    const [before, after] = [`${one}${two}`, `${one}${three}`]
    const kept = compareText(before, after).alignment.filter(entry => entry.op === 'same')
    expect(kept.map(entry => before.slice(...entry.from!))).toEqual([one])
  })
})

describe('sentence borders that the other text settles', () => {
  it('stand before a small letter too', () => {
    const before = text(A, 'It was late, they said.')
    const after = text(A, 'It was late, they said.', 'witnesses on the quay had left by then.')
    expect(changes(before, after)).toEqual(['inserted: – → witnesses on the quay had left by then.'])
  })

  it('do not hide a Thai sentence that moved to where no space shows them', () => {
    const [one, two, three] = ['เทศบาลเปิดสะพานใหม่เมื่อวานนี้', 'ชาวบ้านเดินข้ามแม่น้ำเป็นครั้งแรก', 'ร้านค้าริมน้ำกลับมาคึกคัก']
    const [four, moved] = ['นายกเทศมนตรีกล่าวขอบคุณช่างทุกคน', 'ค่าก่อสร้างมาจาก ภาษีของเมือง ทั้งหมด']
    const before = [moved + one, two, three, four].join('\n')
    const after = [one, two, three, four + moved].join('\n')
    const gone = compareText(before, after).alignment.filter(entry => !entry.from || !entry.to)
    expect(gone).toEqual([])
  })
})

describe('counts', () => {
  it('tell words and sentences touched', () => {
    const { counts } = compareText(text(A, B, C), text(A, B.replace('northern', 'southern'), D))
    expect(counts).toMatchObject({
      sentencesSame: 1,
      sentencesEdited: 1,
      sentencesInserted: 1,
      sentencesDeleted: 1,
      sentencesMoved: 0,
    })
    expect(counts.wordsBefore).toBe(13 + 10 + 10)
    expect(counts.wordsDeleted).toBe(1 + 10)
    expect(counts.wordsInserted).toBe(1 + 9)
  })
})

describe('work', () => {
  it('stays bounded on one endless sentence', () => {
    const long = Array.from({ length: 20_000 }, (_, k) => `word${k}`)
    const after = long.with(9_000, 'other')
    const { counts } = compareText(long.join(' '), after.join(' '))
    expect([counts.wordsDeleted, counts.wordsInserted]).toEqual([1, 1])
  })

  it('stays bounded on thousands of equal sentences', () => {
    const again = 'The same thing again. '
    const { counts } = compareText(again.repeat(8000), again.repeat(7900))
    expect(counts.sentencesDeleted).toBe(100)
  })
})
