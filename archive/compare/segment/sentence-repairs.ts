/**
 * What `Intl.Segmenter` (UAX 29) cuts and a reader would not. Each rule looks at the end of one piece and the
 * start of the next and says whether they belong together. To add a language, add its words.
 */
export interface JoinRule {
  readonly name: string
  /** Tested against the end of the piece before, without the white space after it. */
  readonly before: RegExp
  /** Tested against the start of the piece that follows. */
  readonly after: RegExp
}

/** Titles and other short forms that stand before a capital or a figure and so never end a sentence. */
const BEFORE_A_NAME: readonly string[] = [
  // English
  ...'Mr Mrs Ms Mx Dr Prof Sen Rep Gov Gen Col Lt Sgt Capt Cmdr Maj Adm Brig Cpl Pvt Hon Rev Fr Sr Jr St Mt Ft'.split(
    ' ',
  ),
  ...'Pres Supt Insp Det Messrs Mmes Atty Asst Assoc Amb vs v cf al etc approx ca No Nos Vol Fig Figs pp p Ch Sec Art'.split(
    ' ',
  ),
  ...'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun'.split(' '),
  ...'Calif Conn Mass Mich Minn Wash Penn Ariz Ala Ark Colo Del Fla Ga Ill Ind Kan Ky La Md Miss Mo Mont Neb Nev Okla Ore Tenn Tex Va Vt Wis Wyo'.split(
    ' ',
  ),
  // German
  ...'Hr Fr Frl Dipl Ing Abs Nr Str Bd Hrsg bzw ca usw geb gest vgl Mio Mrd Tsd evtl ggf inkl sog'.split(' '),
  // French
  ...'M MM Mme Mlle Me Mgr Ste env éd chap janv févr avr juil sept oct nov déc'.split(' '),
  // Spanish and Portuguese
  ...'Sr Sra Srta Sres Dr Dra Dña D Da Ud Uds Lic Ing Arq Av Avda Núm núm pág págs Exmo Exma Prof Profa Eng'.split(
    ' ',
  ),
  // The same in small letters, as several languages write them
  ...'Dhr Mevr Np Tzn dr dra prof sig sigg dott avv ing mgr dhr mevr ds np tzn bpk jl ks hab doc ir drs resp bzw'.split(
    ' ',
  ),
  // Italian, Dutch, Polish, Czech, Nordic, Turkish
  ...'Sig Sigg Dott Avv Ing On dhr mevr drs mr ul im św prof inż gen płk tzw tzn np str hr fru kl nr dvs bl Doç Öğr Yrd'.split(
    ' ',
  ),
  // Russian, Ukrainian, Bulgarian
  ...'ул им проф акад ген кн тыс млн млрд руб коп см ср стр рис табл св о пос дер обл ст напр вул просп'.split(
    ' ',
  ),
  ...'MUDr JUDr PhDr RNDr Mgr Bc Bul Cad Sok Mah вул бул акад'.split(' '),
  // Greek, Vietnamese, Indonesian
  ...'κ κα κος κκ δρ TS ThS PGS GS TP Bpk Jl Drs Ir'.split(' '),
  // Hindi and other Indic
  ...'डॉ श्री प्रो पं डा कु'.split(' '),
]

/** Short forms that are words, too, and so end no sentence only where a figure follows. */
const BEFORE_A_FIGURE =
  'arts?|no|nr|num|núm|n|figs?|caps?|vols?|pp?|págs?|par|abs|ziff|kap|secs?|sect|ch|st|ст|пп?|гл|рис|табл|s|str|bl|tel|approx|ca|circa|ок|около'

/** Single letters that are no word in any of these scripts: "z. B.", "ds. J. Bakker", "κ. Ιωάννου". */
const CONSONANTS = 'bcdfghjklmnpqrstvwxzбвджзклмнпрстфхцчшκβγδπ'

const alternatives = [...new Set(BEFORE_A_NAME)].join('|')
const CLOSERS = '["”’»›\'\\)\\]]*'
const MONTHS =
  'Jan|Feb|Mär|Apr|Mai|Juni?|Juli?|Aug|Sep|Okt|Nov|Dez|led|úno|bře|dub|kvě|červ|srp|zář|říj|list|pros|Ocak|Şubat|Mart|Nisan'

export const JOIN_RULES: readonly JoinRule[] = [
  {
    name: 'short form',
    before: new RegExp(`(?:^|[\\s(\\[“„"'«’\\-/])(?:${alternatives})\\.$`, 'u'),
    after: /^[\p{L}\p{N}\p{Sc}]/u,
  },
  {
    name: 'short form before a figure',
    before: new RegExp(`(?:^|[\\s(\\[])(?:${BEFORE_A_FIGURE})\\.$`, 'iu'),
    after: /^[\p{N}\p{Sc}]/u,
  },
  {
    // Behind a figure it may be a unit or "year", and end the sentence.
    name: 'single small letter',
    before: new RegExp(`(?:^|[^\\p{N}\\s]\\s)[${CONSONANTS}]\\.$`, 'u'),
    after: /^\p{L}/u,
  },
  { name: 'company and its form', before: /\bCo\.$/u, after: /^(?:KG|OHG|oHG|Inc|Ltd|LLC|Ltda|SA)\b/u },
  { name: 'German company', before: /(?:^|\s)Fa\.$/u, after: /^\p{Lu}/u },
  { name: 'doubled initials', before: /(?:^|[\s(“«])(\p{Lu})\1\.$/u, after: /^(\p{Lu})\1\./u },
  { name: 'quotation that goes on in Japanese', before: /[。！？]」$/u, after: /^(?:と|って)/u },
  { name: 'initial', before: /(?:^|[\s(“„"«.-])\p{Lu}\.$/u, after: /^\p{Lu}/u },
  { name: 'initial without case', before: /(?:^|[\s(.])(?:\p{Lo}\p{M}*){1,2}\.$/u, after: /^\p{Lo}/u },
  { name: 'city in Russian', before: /(?:^|[^\d\s])\s?г\.$/u, after: /^\p{Lu}/u },
  { name: 'dotted short form', before: /(?:^|[\s(“„"«])(?:\p{L}\.\s?)+\p{L}\.$/u, after: /^[\p{L}\p{N}]/u },
  { name: 'ordinal before a month', before: /(?:^|\s)\d{1,2}\.$/u, after: new RegExp(`^(?:${MONTHS})`, 'u') },
  { name: 'number of a list entry', before: /^\(?(?:\p{Nd}{1,3}|\p{L})[.)]$/u, after: /^\S/u },
  { name: 'closing marks', before: /\S$/u, after: /^["”’»›')\]」』）]+(?:$|[\s.,;:])/u },
  { name: 'small letter after a question', before: new RegExp(`[?!…]${CLOSERS}$`, 'u'), after: /^[\p{Ll}]/u },
  { name: 'dash after a question', before: new RegExp(`[?!…]${CLOSERS}$`, 'u'), after: /^[,;—–-]/u },
]
