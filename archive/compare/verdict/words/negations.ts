/** Words that turn a statement round. One list a language; whole words, any case. */
export const NEGATIONS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'not',
    'never',
    'no',
    'none',
    'nobody',
    'nothing',
    'neither',
    'nor',
    'without',
    'cannot',
    "\\p{L}+n[’']t",
  ],
  es: ['no', 'nunca', 'jamás', 'ningun[oa]s?', 'ningún', 'nadie', 'nada', 'tampoco', 'ni', 'sin'],
  fr: ['ne', "n[’']\\p{L}+", 'pas', 'jamais', 'aucune?', 'personne', 'rien', 'sans', 'ni', 'non'],
  de: ['nicht', 'nie', 'niemals', 'kein\\p{L}*', 'niemand', 'nichts', 'ohne', 'weder'],
  pt: ['não', 'nunca', 'jamais', 'nenhuma?', 'ninguém', 'nada', 'nem', 'sem'],
  it: ['non', 'mai', 'nessun[oa]?', 'niente', 'nulla', 'senza', 'né'],
  ru: ['не', 'нет', 'ни', 'никогда', 'никто', 'ничего', 'без'],
  ar: ['لا', 'لم', 'لن', 'ليس', 'ليست', 'غير', 'دون', 'بدون', 'ما'],
  hi: ['नहीं', 'न', 'मत', 'कभी नहीं', 'बिना'],
}

/** The same for scripts without spaces: found anywhere. */
export const NEGATIONS_UNSPACED: readonly string[] = [
  '不',
  '没有',
  '沒有',
  '未',
  '并非',
  '並非',
  '無',
  '无',
  'ない',
  'ません',
  'なかった',
  'ไม่',
  'มิได้',
]
