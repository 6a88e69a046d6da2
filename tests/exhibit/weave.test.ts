import { array, assert, constantFrom, property } from 'fast-check'
import { expect, it } from 'vitest'
import { compareText } from '../../archive/compare/index.ts'
import { weave, type WovenBlock, type WovenPiece } from '../../archive/exhibit/weave.ts'

/** A text as one block a paragraph. */
function sideOf(text: string) {
  let at = 0
  const blocks = text.split('\n\n').map(words => {
    const range = [at, at + words.length] as const
    at += words.length + 2
    return { kind: 'paragraph', role: null, level: null, range }
  })
  return { text, blocks }
}

function woven(before: string, after: string): readonly WovenBlock[] {
  return weave(sideOf(before), sideOf(after), compareText(before, after).alignment)
}

const plain = (blocks: readonly WovenBlock[], keep: (piece: WovenPiece) => boolean): string =>
  blocks
    .map(({ parts }) =>
      parts
        .flatMap(({ pieces }) => pieces)
        .filter(keep)
        .map(({ text }) => text)
        .join(''),
    )
    .join(' ')

const squashed = (text: string): string => text.replaceAll(/\s+/g, '')
const letters = (text: string): string => squashed(text).split('').toSorted().join('')

const SENTENCES = [
  'The ferry leaves at ten.',
  'Forty people waited on the quay.',
  'Nobody knew why the boat was late!',
  'The mayor said that “the bridge will be closed”.',
  'It rained for nine days.',
  'A second boat came from the island in the afternoon.',
]
const text = array(array(constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 4,
}).map(paragraphs => paragraphs.map(sentences => sentences.join(' ')).join('\n\n'))

it('holds every word of the new text once and in its order, whatever the old one was', () => {
  assert(
    property(text, text, (before, after) => {
      expect(squashed(plain(woven(before, after), ({ mark }) => mark !== 'deleted'))).toBe(squashed(after))
    }),
  )
})

it('holds every letter that went, and none that stayed, as gone', () => {
  assert(
    property(text, text, (before, after) => {
      const gone = compareText(before, after).alignment.filter(entry => entry.from && !entry.to)
      const blocks = woven(before, after)
      const deleted = blocks.flatMap(({ parts }) => parts.filter(({ op }) => op === 'deleted'))
      expect(letters(deleted.flatMap(({ pieces }) => pieces.map(piece => piece.text)).join(''))).toBe(
        letters(gone.map(entry => before.slice(...entry.from!)).join('')),
      )
    }),
  )
})

it('keeps a space between what went and the words before it', () => {
  const [block] = woven(
    'It costs about 2.1 million crowns a year.',
    'It costs about 1.2 million crowns a year.',
  )
  const pieces = block!.parts.flatMap(part => part.pieces)
  const gone = pieces.findIndex(({ mark }) => mark === 'deleted')
  expect(pieces[gone]!.text).toBe('2.1')
  expect(pieces[gone - 1]!.text).toMatch(/about $/)
  expect(pieces[gone + 1]!.text).toMatch(/^ /)
})

it('puts a paragraph that is gone between the paragraphs it stood between', () => {
  const blocks = woven(
    `${SENTENCES[0]}\n\n${SENTENCES[3]} ${SENTENCES[4]}\n\n${SENTENCES[5]}`,
    `${SENTENCES[0]}\n\n${SENTENCES[5]}`,
  )
  expect(blocks.map(({ gone }) => gone)).toEqual([false, true, false])
})

it('says at the old place of a moved passage that it moved', () => {
  const blocks = woven(
    `${SENTENCES[3]}\n\n${SENTENCES[1]}\n\n${SENTENCES[4]}\n\n${SENTENCES[5]}`,
    `${SENTENCES[1]}\n\n${SENTENCES[4]}\n\n${SENTENCES[5]}\n\n${SENTENCES[3]}`,
  )
  const ops = blocks.flatMap(({ parts }) => parts.map(({ op }) => op))
  expect(ops).toContain('moved-away')
  expect(ops).toContain('moved')
})
