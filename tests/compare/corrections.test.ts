import { describe, expect, it } from 'vitest'
import { compareText } from '../../archive/compare/index.ts'

const STORY = 'The council met on Monday. The bridge carries 4,000 people a day.'

const NOTICES: readonly (readonly [language: string, notice: string])[] = [
  ['English', 'Correction: the bridge carries 4,000 people a day, not 40,000.'],
  ['English', 'An earlier version of this article misstated the number of people who use the bridge.'],
  ['English', 'This article was amended on 3 March to correct the mayor’s age.'],
  ['English', 'Editor’s note: the number of passengers has been corrected.'],
  ['Spanish', 'Corrección: el puente lo cruzan 4.000 personas al día.'],
  ['Spanish', 'Una versión anterior de este artículo daba otra cifra.'],
  ['Spanish', 'Fe de errores: la reunión fue el lunes.'],
  ['French', 'Rectificatif : le pont voit passer 4 000 personnes par jour.'],
  ['French', 'Une version précédente de cet article donnait un autre chiffre.'],
  ['German', 'Korrektur: Die Brücke nutzen täglich 4000 Menschen.'],
  ['German', 'In einer früheren Version dieses Artikels stand eine andere Zahl.'],
  ['Portuguese', 'Correção: a ponte recebe 4.000 pessoas por dia.'],
  ['Portuguese', 'Uma versão anterior deste texto trazia outro número.'],
  ['Arabic', 'تصحيح: يعبر الجسر أربعة آلاف شخص يوميا.'],
  ['Arabic', 'ذكرت نسخة سابقة من هذا المقال رقما آخر.'],
  ['Russian', 'Исправление: по мосту проходят 4000 человек в день.'],
  ['Italian', 'Rettifica: il ponte serve 4.000 persone al giorno.'],
  ['Chinese', '更正：该桥每天有四千人通行。'],
]

const ORDINARY: readonly string[] = [
  'The correction of the river bed took ten years.',
  'The minister was corrected by a child in the front row.',
  'Markets fear a sharp correction in the autumn.',
  'An earlier version of the bridge was made of wood.',
  'La corrección del examen tardó dos semanas.',
  'Une correction sévère attend les deux équipes.',
  'Die Korrektur des Flusslaufs dauerte zehn Jahre.',
  'A correção da prova levou dois dias.',
  'استغرق تصحيح الامتحان أسبوعين.',
]

function correctionLines(added: string) {
  return compareText(STORY, `${STORY}\n\n${added}`).verdict.filter(line => line.kind === 'correction')
}

describe('a notice of correction', () => {
  it.each(NOTICES)('is recognised in %s: %s', (_language, notice) => {
    expect(correctionLines(notice)).toMatchObject([{ rule: 'notice' }])
  })

  it.each(ORDINARY)('is not seen in ordinary words: %s', sentence => {
    expect(correctionLines(sentence)).toEqual([])
  })

  it('that was taken out is told too', () => {
    const [line] = compareText(`${STORY}\n\n${NOTICES[0]![1]}`, STORY).verdict
    expect(line).toMatchObject({ kind: 'correction', to: null })
    expect(line!.summary).toMatch(/^A correction notice was removed/)
  })
})
