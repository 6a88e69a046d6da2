/**
 * How notices of correction read. Each pattern is tested against one sentence or line, without Arabic vowel
 * signs and in any case. They ask for the words of a notice about a text, not for any mention of an error.
 */
export interface NoticeRules {
  /** Parts of words of which every notice has one: a line without any is not looked at closely. */
  readonly stems: string
  /** Headings that open a notice, with a date or a mark after them: "Correction:", "Correction (3 March):". */
  readonly openings: readonly string[]
  /** What a notice says, anywhere in a sentence. */
  readonly sayings: readonly string[]
}

const EN_TEXT = '(?:article|story|report|piece|post|headline|caption|version|page|photo caption|graphic)'
const ES_TEXT =
  '(?:artículo|nota|noticia|historia|información|texto|reportaje|titular|crónica|publicación|pieza)'
const FR_TEXT = '(?:article|texte|papier|dépêche|publication|titre|reportage|légende|infographie)'
const DE_TEXT = '(?:artikels?|beitrags?|textes|text|berichts?|meldung|überschrift|bildunterschrift)'
const PT_TEXT = '(?:artigo|texto|reportagem|matéria|notícia|nota|título|publicação|legenda)'
const AR_TEXT =
  '(?:المقال|المقالة|التقرير|الخبر|القصة|المادة|النص|العنوان|مقال|مقالة|تقرير|خبر|قصة|مادة|نص|عنوان)'

export const CORRECTION_NOTICES: Readonly<Record<string, NoticeRules>> = {
  en: {
    stems:
      'correct|clarif|amend|retract|editor|errat|note to readers|updated|edited to|modified|changed to|version|edition|headline|caption|originally|previously|initially|mistake|wrongly|erroneous|misstat|misidentif|misspel|regret|apologi|editing|reporting|production|transcription',
    openings: [
      'corrections?',
      'clarifications?',
      'corrections? (?:and|&) clarifications?',
      'correction to this (?:article|story|report)',
      "editor(?:['’]s|s['’]?)? (?:note|correction)",
      'note to readers',
      'errat(?:um|a)',
      'retraction',
      'amendment',
    ],
    sayings: [
      `(?:this|the|an earlier|a previous|earlier) ${EN_TEXT}[^.]{0,80} (?:has been|have been|was|were) (?:since )?(?:corrected|amended|clarified|retracted|edited to|modified|updated to (?:correct|clarify|remove|reflect|fix|amend)|changed to (?:correct|clarify|reflect))`,
      `this ${EN_TEXT} (?:has been|was) updated[^.]{0,60} (?:to correct|to clarify|to fix|to remove|with the correct)`,
      `(?:an earlier|a previous|the original|the first|the initial|earlier|previous|prior) (?:online )?(?:version|edition|headline)s? (?:of|on|for) (?:this|the) ${EN_TEXT}`,
      `(?:an earlier|a previous|the original|earlier|previous) (?:version|headline|caption|photo caption) (?:incorrectly|mistakenly|wrongly|erroneously|misstated|misidentified|misspelled|gave|said|stated)`,
      `this ${EN_TEXT} (?:originally|previously|initially|incorrectly|mistakenly|wrongly|erroneously) (?:said|stated|reported|misstated|misidentified|gave|referred|identified|described|named|attributed|suggested)`,
      `(?:we|the [\\p{L} ]{2,30}) (?:regrets?|apologi[sz]es? for) (?:the|this|any) (?:error|mistake|confusion)`,
      '(?:was|were) (?:incorrectly|mistakenly|wrongly|erroneously) (?:stated|reported|identified|named|given|described|attributed) (?:in|on) (?:an earlier|a previous|the original|this)',
      '(?:because of|due to|owing to) an? (?:editing|reporting|production|transcription) error',
    ],
  },
  es: {
    stems:
      'correcci|corregid|fe de err|rectific|aclaraci|errata|nota |versi[óo]n|modificad|enmendad|actualizad|editad|donde d|lamentamos|disculpas|inicialmente|originalmente|errónea|por error',
    openings: [
      'correcci[óo]n(?:es)?',
      'fe de (?:errores|erratas)',
      'rectificaci[óo]n(?:es)?',
      'aclaraci[óo]n(?:es)?',
      'errata',
      'nota (?:del editor|de la editora|de (?:la )?redacci[óo]n|aclaratoria)',
    ],
    sayings: [
      `versi[óo]n (?:anterior|previa|original|inicial) (?:de(?:l)?|en) (?:(?:este|esta|la|el) )?${ES_TEXT}`,
      `(?:en una|la) (?:primera |anterior )versi[óo]n de (?:este|esta) ${ES_TEXT}`,
      `(?:en )?una versi[óo]n (?:anterior|previa) (?:se )?(?:decía|afirmaba|indicaba|señalaba|daba|recogía)`,
      `(?:este|esta|el|la) ${ES_TEXT}[^.]{0,60} (?:ha sido|fue|se ha|fueron) (?:corregid[oa]|rectificad[oa]|modificad[oa]|enmendad[oa]|(?:actualizad[oa]|editad[oa]) para (?:corregir|aclarar|rectificar|precisar))`,
      `(?:hemos|se ha) (?:corregido|rectificado) (?:el|la|este|esta|un|una) (?:error|errata|dato|cifra|nombre|titular|información)`,
      'donde (?:decía|dice)[^\\n]{1,80} (?:debe|debía) decir',
      '(?:lamentamos|pedimos disculpas por) (?:el|este) error',
      `(?:este|esta) ${ES_TEXT} (?:decía|afirmaba|indicaba|señalaba) (?:inicialmente|originalmente|erróneamente|por error)`,
    ],
  },
  fr: {
    stems:
      'correction|rectifi|errat|précision|mise? au point|note de la|ndlr|version|corrig|modifi|amend|à jour|contrairement|erreur|à tort',
    openings: [
      'corrections?',
      'rectificatifs?',
      'rectifications?',
      'errat(?:um|a)',
      'précisions?',
      'mise au point',
      'note de la rédaction',
      'ndlr',
    ],
    sayings: [
      `(?:précédente version|première version|version (?:précédente|antérieure|initiale|originale)) (?:de cet? |de cette |de l['’]|du |de notre )${FR_TEXT}`,
      `(?:dans|dans une) (?:une )?(?:version précédente|précédente version|première version)`,
      `(?:cet?|cette|l['’]|le) ?${FR_TEXT}[^.]{0,60} (?:a|ont) été (?:corrigée?s?|rectifiée?s?|modifiée?s?|amendée?s?|(?:mise?s?|mis) à jour[^.]{0,40} (?:pour|afin de) (?:corriger|rectifier|préciser))`,
      `contrairement à ce (?:que|qui|qu['’])[^.]{0,60}(?:écrit|écrivions|indiqué|indiquions|annoncé|publié|affirmé|affirmions)`,
      `(?:nous avons|avons) (?:écrit|indiqué|publié|affirmé|attribué)[^.]{0,30} (?:par erreur|à tort)`,
      `(?:l['’]erreur|cette erreur|une erreur) (?:a été corrigée|s['’]est glissée)`,
      `(?:nous )?(?:présentons|prions)[^.]{0,40} (?:excuses|excuser)[^.]{0,40} erreur`,
    ],
  },
  de: {
    stems:
      'korr|berichtig|richtig|klarstell|redaktion|anm\\.|gegendarst|transparenz|version|fassung|nachträglich|fehler|irrtum|versehen|anders als',
    openings: [
      'korrektur(?:en|hinweis)?',
      'berichtigung',
      'richtigstellung',
      'klarstellung',
      '(?:anmerkung|hinweis|notiz) der redaktion',
      'anm\\. d\\. red',
      'gegendarstellung',
      'transparenzhinweis',
    ],
    sayings: [
      'in (?:einer|der) (?:früheren|vorherigen|ersten|ursprünglichen|älteren|vorigen) (?:version|fassung)(?: (?:dieses|des|dieser|der) \\p{L}+)? (?:stand|hieß es|haben wir|hatten wir|schrieben wir|nannten wir|war (?:fälschlich|irrtümlich|von)|wurde (?:fälschlich|irrtümlich))',
      `(?:in|eine|die|der) (?:einer |der )?(?:früheren?|vorherigen?|ersten?|ursprünglichen?|älteren?) (?:version|fassung) (?:dieses|des|dieser|unseres) ${DE_TEXT}`,
      `(?:dieser|der|diesen|den|die|diese) ${DE_TEXT}[^.]{0,60} (?:korrigiert|berichtigt|richtiggestellt|nachträglich (?:geändert|angepasst|verändert))`,
      '(?:wir haben|haben wir) (?:den|diesen|die|das|dies)[^.]{0,50} (?:korrigiert|berichtigt|richtiggestellt)',
      '(?:wir bitten|bitten wir)[^.]{0,40} (?:fehler|versehen|irrtum)[^.]{0,30} entschuldig',
      `(?:der|dieser) fehler (?:wurde|ist|haben wir)[^.]{0,20} (?:korrigiert|berichtigt|behoben)`,
      'anders als (?:zunächst|zuerst|ursprünglich|in einer früheren)[^.]{0,40}(?:berichtet|geschrieben|gemeldet|behauptet|dargestellt|angegeben|version|fassung)',
    ],
  },
  pt: {
    stems:
      'corre[çc]|errat|erramos|retific|retifica|esclarec|nota d|vers[ãa]o|corrigid|alterad|atualizad|editad|diferentemente|ao contrário|o erro|pelo erro|equívoco|lapso|inicialmente|originalmente|erradamente|erroneamente|engano',
    openings: [
      'corre[çc](?:[ãa]o|[õo]es)',
      'erratas?',
      'erramos',
      'ret?ifica[çc][ãa]o',
      'esclarecimento',
      'nota (?:da reda[çc][ãa]o|d[oa] editora?)',
    ],
    sayings: [
      `vers[ãa]o (?:anterior|original|inicial|prévia) (?:deste|desta|do|da|de um|de uma) ${PT_TEXT}`,
      `(?:na|a) primeira vers[ãa]o (?:deste|desta) ${PT_TEXT}`,
      `(?:este|esta|o|a) ${PT_TEXT}[^.]{0,60} (?:foi|tinha sido|foram) (?:corrigid[oa]|retificad[oa]|alterad[oa]|(?:atualizad[oa]|editad[oa])[^.]{0,30} para (?:corrigir|retificar|esclarecer))`,
      '(?:diferentemente|ao contrário) do que (?:foi |havia sido |tinha sido |havíamos |o texto )?(?:publicad|informad|afirmad|escrit|noticiad|afirmava|informava|dizia)',
      '(?:o|este) erro (?:já )?foi (?:corrigido|retificado)',
      '(?:pedimos desculpas?|lamentamos)[^.]{0,20} (?:pelo|o) (?:erro|equívoco|lapso)',
      `(?:este|esta) ${PT_TEXT} (?:dizia|afirmava|informava|indicava) (?:inicialmente|originalmente|erradamente|erroneamente|por engano)`,
    ],
  },
  it: {
    stems: 'correzion|rettific|errata|precisazione|nota d|version|corrett|modificat',
    openings: [
      'correzion[ei]',
      'rettifica',
      'errata corrige',
      'precisazione',
      "nota (?:della redazione|dell['’]editore)",
    ],
    sayings: [
      'versione (?:precedente|originale|iniziale) di (?:questo|questa) (?:articolo|testo|notizia)',
      '(?:questo|questa) (?:articolo|testo|notizia)[^.]{0,60} è stat[oa] (?:corrett|rettificat|modificat)[oa]',
    ],
  },
  ru: {
    stems: 'исправлени|поправк|уточнени|опровержение|редакции|верси',
    openings: ['исправлени[ея]', 'поправк[аи]', 'уточнени[ея]', 'опровержение', 'от редакции'],
    sayings: [
      '(?:предыдущ\\p{L}+|ранн\\p{L}+|первоначальн\\p{L}+|перв\\p{L}+) верси\\p{L}+ (?:этой |этого |данного )?(?:статьи|материала|текста|новости|заметки)',
    ],
  },
  ar: {
    stems: 'تصحيح|تصويب|توضيح|تنويه|استدراك|ملاحظة|نسخة|صيغة|تعديل|تحديث|صحح|عدل|خطأ|والصحيح',
    openings: [
      'تصحيح(?:ات)?',
      'تصويب',
      'توضيح',
      'تنويه',
      'استدراك',
      'اعتذار وتصحيح',
      'ملاحظة (?:من )?(?:المحرر|التحرير|هيئة التحرير)',
    ],
    sayings: [
      `(?:نسخة|صيغة|النسخة|الصيغة) (?:سابقة|أولى|أولية|أصلية|السابقة|الأولى|الأصلية) (?:من|ل) ?(?:هذا |هذه )?${AR_TEXT}`,
      `(?:تم|جرى|جرت) (?:تصحيح|تعديل) (?:هذا |هذه |رقم |اسم |خطأ |نص |عنوان )?(?:${AR_TEXT}|(?:في|ورد في) (?:هذا |هذه )?${AR_TEXT})`,
      `(?:تم|جرى) تحديث (?:هذا |هذه )?${AR_TEXT} (?:لتصحيح|لتوضيح|بعد تصحيح)`,
      `(?:صحح|عدل|صححت|عدلت) (?:هذا|هذه) ${AR_TEXT}`,
      `(?:ورد|وقع|حدث) خطأ في (?:نسخة|صيغة|هذا|هذه|النسخة)`,
      `(?:نعتذر|تعتذر [^.]{2,30}) عن (?:هذا |هذه )?(?:الخطأ|ورود خطأ)`,
      'والصحيح (?:هو )?(?:أن|أنه|أنها)',
    ],
  },
  zh: {
    stems: '更正|勘误|勘誤|澄清|编者|編者|版本',
    openings: ['更正', '勘误', '勘誤', '澄清', '编者注', '編者按', '编者按'],
    sayings: ['(?:本文|本报道|此报道|此文)(?:早前|先前|此前|较早)(?:的)?版本'],
  },
}
