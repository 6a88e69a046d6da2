import { PAPERS } from './notice-signs.ts'

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

/** After "the text was corrected": an end or a time, but nobody who did it and no place where it was done. */
const NO_AGENT =
  '(?=\\s*(?:[.,:;]|$|to |on |at |para |às |em \\p{N}|a las |el \\p{N}|le \\p{N}|à \\p{N}|pour |afin |um |am \\p{N}))'

export const CORRECTION_NOTICES: Readonly<Record<string, NoticeRules>> = {
  en: {
    stems:
      'taken down|publish|pulled|withdrawn|removed|changed|edited|deleted|reworded|sorry|for the record|make (?:it )?clear|set the record|sorry|withdrawn|removed|replaced|correct|clarif|amend|retract|editor|errat|note to readers|updated|edited to|modified|changed to|version|edition|headline|caption|originally|previously|initially|mistake|wrongly|erroneous|misstat|misidentif|misspel|regret|apologi|editing|reporting|production|transcription',
    openings: [
      'corrections?',
      'corrections? appended',
      'for the record(?=:)',
      'corrected',
      'clarifications?',
      'clarification added',
      'corrections? (?:and|&) clarifications?',
      'correction to this (?:article|story|report)',
      "editor(?:['’]s|s['’]?)? (?:note|correction)",
      'note to readers',
      'errat(?:um|a)',
      'retraction',
      'amendment',
    ],
    sayings: [
      `this ${EN_TEXT} (?:has been|was|is) (?:since )?(?:corrected|amended|clarified|retracted)(?! by)`,
      `(?:this|the|an earlier|a previous) (?:article|story|report|piece|post|headline|caption|photo caption|graphic)[^.]{0,60} (?:has been|have been|was|were) (?:since )?(?:corrected(?! by)|(?:amended|modified|edited|changed|updated)[^.]{0,40} to (?:correct|clarify|fix|amend|remove (?:a|an|the) (?:reference|quote|quotation|name|error|claim|statement|photo)|reflect that|show that|include the correct))`,
      `(?:an earlier|a previous|the original|the first|the initial|earlier|previous|prior) (?:online )?(?:version|edition|headline)s? (?:of|on|for) this ${EN_TEXT}`,
      `(?:an earlier|a previous|the original|earlier|previous) (?:online )?(?:version|headline)s? (?:of|on|for) the (?:article|story|report)(?= (?:said|stated|gave|had|included|contained|omitted|named|listed|quoted|described|mis\\p{L}+|incorrectly|mistakenly|wrongly|erroneously)|[,.:])`,
      '(?:an earlier|a previous|the original|earlier|previous) (?:version|headline|caption|photo caption) (?:incorrectly|mistakenly|wrongly|erroneously|misstated|misidentified|misspelled)',
      `(?:this|(?:with|in|on|of) this) ${EN_TEXT} (?:originally|previously|initially|incorrectly|mistakenly|wrongly|erroneously) (?:said|stated|reported|gave|referred|identified|described|named|attributed|suggested)`,
      `(?:this|(?:with|in|on|of) this) ${EN_TEXT} (?:misstated|misidentified|misspelled|misattributed|misquoted)`,
      `(?:we|the [\\p{L} ]{2,30}) (?:regrets?|apologi[sz]es? for) (?:the|this|any) (?:error|mistake|confusion)`,
      '(?:was|were) (?:incorrectly|mistakenly|wrongly|erroneously) (?:stated|reported|identified|named|given|described|attributed) (?:in|on) (?:an earlier|a previous|the original|this) (?:version|article|story|report|headline|caption)',
      '(?:because of|due to|owing to) an? (?:editing|reporting|production|transcription) error,',
      'clarification (?:was )?added on',
      '(?:the|this) (?:error|mistake) has (?:since )?been corrected',
      'corrections? (?:was|were|has been|have been) (?:made|added|appended|issued|published)',
      `the (?:[\\p{L}’' ]{2,30} )?${PAPERS} (?:(?:regrets|apologi[sz]es|wishes to apologi[sz]e|is sorry)(?= (?:for|to) )(?! (?:for|to) (?:late|delay))|(?:is|are) (?:happy|glad|pleased) to (?:make (?:it )?clear|clarify|point out|set the record straight))`,
      'we (?:apologi[sz]e|are sorry)(?= (?:to|for) (?:.{0,40} for )?(?:the|this|any|our|stating|saying|suggesting|reporting|publishing|having) ?(?:error|mistake|confusion|inaccura|misunderstanding)?)',
      'updated? (?:at|on) [^.]{0,30} to (?:remove|correct|clarify|fix)',
      'we got (?:the |this |it )?[^.]{0,40}wrong',
      'we have (?:now |since )?(?:withdrawn|retracted|removed|replaced) (?:our|the|a|an|this) (?:\\p{L}+ )?(?:report|article|story|photo|photograph|picture|image|quotation|quote|headline|claim|sentence|paragraph|chart|graphic|reference|caption)',
      'we have (?:now |since )?corrected (?:the|this) (?:number|name|figure|date|spelling|headline|story|article|report|error|caption|age)',
      `(?:this|our) (?:article|story|post|page|piece|video|podcast|report) (?:has been|was) (?:taken down|unpublished|depublished|pulled|withdrawn|removed)(?! from (?!our|this))`,
      `we have (?:now |since )?(?:changed|amended|edited|removed|deleted|reworded) (?:a|an|the|this|our|some) (?:\\p{L}+ )?(?:sentence|paragraph|wording|passage|line|headline|caption|quotation|quote|reference|photo|photograph|picture|image|claim|figure|chart)s?`,
      `(?:regrets?|apologi[sz]es?|sorry) (?:that|for) (?:an?|the|our|its) (?:quotation|quote|article|story|photograph|photo|caption|headline|remark|chart|report|review) `,
      '^[^\\p{L}]*correct(?:s|ing) (?:the |an? )?(?:\\p{L}+ )?(?:para(?:graph)?s?|headline|spelling|lead|byline|dateline|name|date|typo|figure|title|day|year|attribution|quote|slug|story)',
    ],
  },
  es: {
    stems:
      'derecho|error|retirad|eliminad|suprimid|publicad|le[ií]a|se lee|disculpa|lamenta|perdón|precisi|equivoc|correct[oa] es|dato correcto|correcci|n\\. de la r|corregid|fe de err|rectific|aclaraci|errata|nota |versi[óo]n|modificad|enmendad|actualizad|editad|donde d|lamentamos|disculpas|inicialmente|originalmente|errónea|por error',
    openings: [
      'correcci[óo]n(?:es)?(?: de errores)?',
      'fe de (?:errores|erratas)',
      'precisi[óo]n(?:es)?',
      'rectificaci[óo]n(?:es)?',
      'aclaraci[óo]n(?:es)?',
      'errata',
      'nota (?:del editor|de la editora|de (?:la )?redacci[óo]n|aclaratoria)',
      'n\\. de la r\\.',
      'derecho de (?:rectificaci[óo]n|r[ée]plica)',
    ],
    sayings: [
      `versi[óo]n (?:anterior|previa|original|inicial) de (?:este|esta) ${ES_TEXT}`,
      `versi[óo]n (?:anterior|previa|original|inicial) (?:de la|del) (?:artículo|noticia|nota|reportaje)(?=[,.:]| (?:decía|afirmaba|indicaba|señalaba|daba|incluía))`,
      `(?:en una|la) (?:primera |anterior )versi[óo]n de (?:este|esta) ${ES_TEXT}`,
      `(?:en )?una versi[óo]n (?:anterior|previa) (?:se )?(?:decía|dijo|publicó|afirmaba|indicaba|señalaba|daba|recogía)`,
      `(?:este|esta) ${ES_TEXT}[^.]{0,40} (?:ha sido|fue|se ha) (?:corregid[oa]|rectificad[oa]|enmendad[oa])(?! por)`,
      `(?:este|esta|el|la) ${ES_TEXT}[^.]{0,40} (?:ha sido|fue|se ha) (?:modificad[oa]|actualizad[oa]|editad[oa])[^\\n]{0,40} para (?:corregir|aclarar|rectificar|precisar)`,
      `(?:el|la) (?:artículo|noticia|nota|texto) (?:ha sido|fue) corregid[oa]${NO_AGENT}`,
      `(?:hemos|se ha) (?:corregido|rectificado) (?:el|la|este|esta|un|una) (?:error|errata|dato|cifra|nombre|titular|información)`,
      'el (?:dato|error) fue corregido',
      'donde (?:decía|dice)[^\\n]{1,80} (?:debe|debía) decir',
      '(?:lamentamos|pedimos (?:disculpas|perdón)(?: a [^.]{2,40})? por) (?:el|este|la|nuestro) (?:error|confusión|equivocación)',
      `(?:el|la) (?:[\\p{L} ]{0,20} )?${PAPERS}(?: [\\p{L} ]{2,20})? (?:lamenta|pide (?:disculpas|perdón)(?: a [^.]{2,40})? por) (?:el|este|la|esta) (?:error|confusión|equivocación|malentendido)`,
      '(?:la|el) (?:correct[oa]|dato correcto) es',
      `(?:este|esta) ${ES_TEXT} (?:decía|afirmaba|indicaba|señalaba) (?:inicialmente|originalmente|erróneamente|por error)`,
      '(?:debido a|por|a causa de|como consecuencia de) un error (?:nuestro )?(?:de|en la) (?:edici[óo]n|redacci[óo]n|maquetaci[óo]n|cierre|documentaci[óo]n)',
      '(?:en cumplimiento|en ejercicio|en virtud) del derecho de (?:rectificaci[óo]n|r[ée]plica)',
      'donde (?:se )?(?:dec[íi]a|dice|le[íi]a|lee)[^\\n]{1,80} (?:deb(?:e|ía|ería|ió) (?:decir|leerse)|léase)',
      `(?:este|esta) (?:artículo|noticia|nota|texto|pieza|información|publicación|reportaje) (?:ha sido|fue) (?:retirad|eliminad|despublicad)[oa](?! (?:por|de) (?!nuestr|error|est))`,
      '(?:se ha|hemos) (?:eliminado|retirado|suprimido) de est[ea] (?:artículo|noticia|nota|texto|pieza|información)',
      '(?:este|nuestro) (?:periódico|diario|medio|portal)(?: [\\p{L}]+)? (?:publicó|informó|afirmó|atribuyó|dijo)[^.]{0,30} (?:por error|erróneamente|equivocadamente)',
    ],
  },
  fr: {
    stems:
      'lire |nos |dépubli|retiré|supprimé|coquille|faute|confusion|maj|màj|édit|excuse|il fa[lu]|regrett|déplor|correcti|rectifi|errat|précision|mise? au point|note de la|ndlr|version|corrig|modifi|amend|à jour|contrairement|erreur|à tort',
    openings: [
      'corrections?',
      'rectificatifs?',
      'correctifs?',
      'correction apportée',
      'rectifications?',
      'errat(?:um|a)',
      'précisions?',
      'mise au point',
      'note de la rédaction',
      'ndlr',
      'droit de réponse',
      'dépublication',
    ],
    sayings: [
      `(?:précédente version|première version|version (?:précédente|antérieure|initiale|originale)) (?:de cet? |de cette |de notre )${FR_TEXT}`,
      `dans (?:une )?(?:version précédente|précédente version|première version), `,
      `(?:cet?|cette) ${FR_TEXT}[^.]{0,40} a été (?:corrigée?|rectifiée?|amendée?)(?! par)`,
      `(?:cet?|cette) ${FR_TEXT}[^.]{0,40} a été (?:modifiée?|mise? à jour)[^\\n]{0,40} (?:pour|afin de) (?:corriger|rectifier|préciser)`,
      `l['’]article a été corrigé${NO_AGENT}`,
      'mise à jour[^:\\n]{0,40}: (?:correction|rectification)',
      `contrairement à ce (?:que|qui|qu['’])[^.]{0,60}(?:écrit|écrivions|indiqué|indiquions|annoncé|annoncions|publié|affirmé|affirmions)(?! par (?!erreur))`,
      `nous avons (?:écrit|indiqué|publié|affirmé|attribué)[^.]{0,30} (?:par erreur|à tort)`,
      `(?:l['’]erreur|cette erreur) a été corrigée`,
      `(?:l['’]|le |la )(?:[\\p{L} ]{0,20})?${PAPERS}(?: [\\p{L} ]{2,20})? (?:regrette|présente ses excuses pour|s['’]excuse (?:de|pour)) (?:cette|la|l['’]) ?(?:erreur|confusion|méprise|maladresse)`,
      `nous (?:regrettons|déplorons) (?:cette|l['’]) ?erreur`,
      `(?:nous )?(?:présentons|prions)[^.]{0,40} (?:excuses|excuser)[^.]{0,20} (?:lecteurs|lectrices)`,
      'il fallait (?:lire|comprendre)',
      'il faut lire [^.]{1,60} (?:et non|au lieu)',
      `une erreur s['’]est glissée dans (?:une |la |notre |cet )`,
      `(?:nous )?(?:présentons|prions)[^.]{0,40} (?:excuses|excuser)[^.]{0,40} erreur`,
      '(?:à la suite|en raison|par suite|du fait) d[’\']une erreur (?:de montage|d[’\']édition|de la rédaction|de relecture|de mise en page|technique de notre)',
      '(?:coquille|erreur|confusion|faute de frappe) nous a (?:fait|conduits?|amenés?)',
      '(?:il fallait |il faut )?lire [^.]{1,60} (?:et non|au lieu)[^.]{0,40}(?:par erreur|indiqué|écrit|publié|«|“)',
      '(?:toutes )?nos (?:sincères |plus plates )?excuses [^.]{0,60}lect(?:eurs|rices)',
      `cet(?:te)? (?:article|texte|papier|publication|enquête|vidéo) a été (?:retiré|dépublié|supprimé)e?(?! (?:par|de (?!notre)))`,
      'nous avons (?:depuis )?(?:corrigé|rectifié) (?:la|le|l[’\']|les|cette|cet|ce|une) ?(?:date|nom|prénom|chiffre|erreur|âge|orthographe|légende|titre|passage|phrase|citation|faute|coquille|article|texte)',
      'nous avons (?:retiré|supprimé|remplacé) de (?:cette|cet|notre) (?:page|article|texte)',
      `(?:l[’']|le |la )(?:[\\p{L} ]{0,20})?(?:${PAPERS}|courrier)(?: [\\p{L} ]{2,20})? s[’']excuse auprès`,
      '(?:màj|maj|mise à jour|édit|edit)(?![\\p{L}])[^:\\n]{0,40}: (?:[^.]{0,60} a été (?:corrigée?|rectifiée?)|précisions? |contrairement à ce)',
    ],
  },
  de: {
    stems:
      'unterlaufen|stand|hieß|im text|im artikel|gelöscht|depubl|zurückgez|heißen|angabe|schreibweise|lautete|ausgetauscht|ersetzt|entfernt|bedauer|entschuld|ursprünglich|korr|berichtig|richtig|klarstell|redaktion|anm\\.|gegendarst|transparenz|version|fassung|nachträglich|fehler|irrtum|versehen|anders als',
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
      'in einer (?:früheren|vorherigen|ersten|ursprünglichen|älteren|vorigen) (?:version|fassung)(?: (?:dieses|dieser) \\p{L}+)? (?:stand|hieß es|haben wir|hatten wir|schrieben wir|nannten wir|war (?:fälschlich|irrtümlich|von)|wurde (?:fälschlich|irrtümlich))',
      'in der (?:früheren|vorherigen|ersten|ursprünglichen|älteren|vorigen) (?:version|fassung)(?: (?:dieses|dieser) \\p{L}+)? (?:hieß es|haben wir|hatten wir|schrieben wir|nannten wir|war (?:fälschlich|irrtümlich)|wurde (?:fälschlich|irrtümlich))',
      `(?:in|eine|die|der) (?:einer |der )?(?:früheren?|vorherigen?|ersten?|ursprünglichen?|älteren?) (?:version|fassung) (?:dieses|des|dieser|unseres) ${DE_TEXT}`,
      `(?:dieser|diesen|diese) ${DE_TEXT}[^.]{0,40} (?:korrigiert|berichtigt|richtiggestellt|nachträglich (?:geändert|angepasst|verändert))`,
      '(?:der|den) (?:artikel|beitrag) (?:wurde|haben wir)(?:(?! vom | von | durch )(?:[^.]|(?<=\\p{N})\\.)){0,40} (?:korrigiert|berichtigt)',
      'wir haben (?:das|dies|den|die|diese[nr]?)(?: (?:\\p{L}+ )?(?:fehler|angaben?|stelle|passage|zahl|namen?|datum|artikel|text|beitrag|überschrift|bildunterschrift|schreibweise)[^.]{0,40})?(?: inzwischen| nun| nachträglich)? (?:korrigiert|berichtigt|richtiggestellt)',
      'wir haben den namen[^.]{0,30} (?:korrigiert|berichtigt)',
      'durch (?:einen|ein) (?:\\p{L}+)?(?:fehler|irrtum|versehen)s? (?:in der|bei der|der|im|unserer) (?:produktion|redaktion|übermittlung|übersetzung|bearbeitung|bildredaktion|schlussredaktion|layout)',
      '(?:wir|die redaktion|\\p{L}*zeitung) (?:bedauern|bedauert|entschuldigen uns für|entschuldigt sich für|bitten um entschuldigung für|bittet um entschuldigung für|bitten, [^.]{0,30}) ?(?:den|diesen|unseren|die|das) (?:fehler|irrtum|verwechslung|versehen|ungenauigkeit|missverständnis)',
      '(?:ursprünglich|zunächst|zuerst|anfangs) (?:gezeigte|verwendete|veröffentlichte|abgebildete|genannte)[sn]? (?:foto|bild|grafik|zahl|name|datum|aufnahme)',
      'wir haben (?:es|sie|ihn|das foto|das bild|die grafik|die zahl|das zitat)(?: inzwischen| nun| daher| entsprechend)* (?:ausgetauscht|ersetzt|entfernt|korrigiert|berichtigt)',
      '(?:wir bitten|bitten wir)[^.]{0,40} (?:fehler|versehen|irrtum)[^.]{0,30} entschuldig',
      `(?:der|dieser) fehler (?:wurde|ist|haben wir)[^.]{0,20} (?:korrigiert|berichtigt|behoben)`,
      'anders als (?:zunächst|zuerst|ursprünglich|in einer früheren)[^.]{0,40}(?:berichtet|geschrieben|gemeldet|behauptet|dargestellt|angegeben|version|fassung)',
      '(?:ist|sind) (?:uns|der redaktion)[^.]{0,50} (?:ein|mehrere|zwei) (?:\\p{L}+)?(?:fehler|irrtum|versehen|verwechslung)[^.]{0,20} unterlaufen',
      '(?:\\p{L}*(?:artikel|ausgabe|bildunterschrift|beitrag|bericht|text|meldung|grafik|überschrift)|leider) (?:[^.]{0,20} )?(?:ist|sind) uns [^.]{0,60} unterlaufen',
      '(?:redaktions|redigier|redaktionelle[nr] |bearbeitungs)fehlers? ',
      '(?:hieß es|stand|war|lautete) hier (?:zunächst|ursprünglich|zuerst|irrtümlich|fälschlich)',
      '(?:ursprünglich|zunächst|zuerst|irrtümlich|fälschlicherweise) (?:stand|hieß es|war) (?:hier|an dieser stelle|im text|im artikel)',
      'im (?:text|artikel|beitrag) (?:war|hieß es|stand) (?:zunächst|ursprünglich|zuerst|irrtümlich|fälschlicherweise)',
      '(?:richtig (?:ist|sind|muss es heißen|lautet)|es muss (?:richtig )?heißen|korrekt (?:ist|muss es))[:,] ',
      '(?:wir haben (?:diesen|dieses|diese) (?:artikel|beitrag|text|video|meldung)|(?:dieser|dieses|diese) (?:artikel|beitrag|text|meldung) wurde)[^.]{0,30} (?:gelöscht|depubliziert|zurückgezogen|offline genommen|entfernt)',
      `(?:der|die|das) (?:[\\p{L}-]+ )?(?:${PAPERS}|kurier) (?:bedauert|bittet um entschuldigung für|entschuldigt sich für) (?:den|diesen|das) (?:fehler|irrtum|versehen)`,
      'die (?:angaben?|schreibweise|zahl|information|stelle|passage) (?:zu[mr]?|de[rs]|über|im)[^.]{0,40} wurden? (?:inzwischen |nachträglich |entsprechend )*(?:korrigiert|berichtigt|richtiggestellt)',
    ],
  },
  pt: {
    stems:
      'resposta|informou|onde se|removid|retirad|despubl|apagad|suprimid|eliminad|informação|grafad|escrit|identificad|por um|por erro|devido|leitor|desculpa|lamenta|corre[çc]|errat|erramos|retific|retifica|esclarec|nota d|vers[ãa]o|corrigid|alterad|atualizad|editad|diferentemente|ao contrário|o erro|pelo erro|equívoco|lapso|inicialmente|originalmente|erradamente|erroneamente|engano',
    openings: [
      'corre[çc](?:[ãa]o|[õo]es)',
      'erratas?',
      'erramos',
      'ret?ifica[çc][ãa]o',
      'esclarecimento',
      'nota (?:da reda[çc][ãa]o|d[oa] editora?)',
      'direito de resposta',
      'correcç(?:ão|ões)',
    ],
    sayings: [
      `vers[ãa]o (?:anterior|original|inicial|prévia) (?:deste|desta) ${PT_TEXT}`,
      `(?:na|a) primeira vers[ãa]o (?:deste|desta) ${PT_TEXT}`,
      `(?:este|esta) ${PT_TEXT}[^.]{0,40} foi (?:corrigid[oa]|retificad[oa])(?! pel[oa]| por)`,
      `(?:este|esta|o|a) ${PT_TEXT}[^.]{0,40} foi (?:alterad[oa]|atualizad[oa]|editad[oa])[^\\n]{0,40} para (?:corrigir|retificar|esclarecer)`,
      `(?:o|a) (?:texto|reportagem|matéria|notícia|artigo) foi corrigid[oa]${NO_AGENT}`,
      '(?:diferentemente|ao contrário) do (?:que )?(?:foi |havia sido |tinha sido |havíamos |o texto )?(?:publicad|informad|afirmad|escrit|noticiad|afirmava|informava|dizia)',
      '(?:o|este) erro (?:já )?foi (?:corrigido|retificado)',
      `(?:a|o) (?:[\\p{L} ]{0,20} )?${PAPERS}(?: [\\p{L} ]{2,20})? (?:lamenta|pede desculpas?(?: a[os]* [^.]{2,40})? pel[oa]) ?(?:o|a|este|esta)? ?(?:erro|confusão|equívoco|lapso|engano)`,
      '(?:informamos|publicamos|escrevemos|grafamos) (?:errad[oa]|incorretamente|por engano)',
      '(?:pedimos desculpas?|lamentamos)[^.]{0,20} (?:pelo|o) (?:erro|equívoco|lapso)',
      `(?:este|esta) ${PT_TEXT} (?:dizia|afirmava|informava|indicava) (?:inicialmente|originalmente|erradamente|erroneamente|por engano)`,
      '(?:por|devido a) um (?:erro|lapso|equívoco) (?:nosso |de |da )(?:edição|redação|redacção|diagramação|paginação|fecho)',
      '(?:por|devido a) (?:um )?(?:lapso|erro|engano|equívoco),? [^.]{0,60}(?:n[ao]|d[ao]) (?:edição|jornal|notícia|reportagem|texto|artigo) de (?:ontem|segunda|terça|quarta|quinta|sexta|sábado|domingo|\\p{N})',
      '(?:ao contrário|diferentemente) do que (?:\\p{L}+ )?(?:est[ae]|noss[ao]|o|a) (?:reportagem|texto|matéria|notícia|jornal|artigo)',
      '(?:ao contrário|diferentemente) do que (?:\\p{L}+ ){0,2}(?:informou|afirmou|disse|publicou|noticiou|dizia) (?:est[ae]|noss[ao]|o|a) (?:reportagem|texto|matéria|notícia|jornal|artigo)',
      'onde se (?:lê|lia|leu)[^\\n]{1,80} (?:deve|devia|deveria)[- ]?(?:se )?ler(?:-se)?',
      'onde se (?:lê|lia|leu)[^\\n]{1,80} leia-se',
      '(?:est[ae]|a|o) (?:matéria|reportagem|notícia|texto|artigo|publicação) foi (?:removid|retirad|despublicad|apagad|excluíd)[oa] (?:porque|por não|do ar|do site|após)',
      '(?:foi|foram) (?:retirad|removid|eliminad|suprimid)[oa]s? dest[ea] (?:texto|artigo|notícia|reportagem|matéria)',
      '(?:a|essa|esta) informação (?:já )?foi (?:corrigida|retificada)',
      '(?:notícia|texto|artigo|reportagem|matéria|título) (?:corrigid|retificad|alterad)[oa] (?:às|em|a|no dia)(?![\\p{L}])',
      '(?:nome|apelido|sobrenome|título|cargo)[^.]{0,40} (?:grafad|escrit|identificad)[oa] (?:incorretamente|errad[oa]|erradamente|de forma)[^.]{0,30} (?:foi|já foi) (?:corrigid|alterad)',
      '(?:aos?|às?) (?:[^.]{0,40} )?leitor(?:es|as)[^.]{0,30},? (?:as )?nossas (?:sinceras )?desculpas',
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
    stems: 'وجب|اقتضى|لزم|خلافا|نأسف|تأسف|تود|صواب|أزلنا|حذفنا|سحبنا|حق الرد|صحيح|تصحيح|تصويب|توضيح|تنويه|استدراك|ملاحظة|نسخة|صيغة|تعديل|تحديث|صحح|عدل|خطأ|اعتذار|نعتذر|تعتذر',
    openings: [
      'تصحيح(?:ات)?',
      'تصويب',
      'توضيح',
      'تنويه',
      'استدراك',
      'اعتذار(?: وتصحيح)?',
      'ملاحظة (?:من )?(?:المحرر|التحرير|هيئة التحرير)',
      'تصحيح (?:خبر|معلومة|خطأ|واجب|لازم)',
      'حق الرد',
      'تصحيح و?توضيح',
    ],
    sayings: [
      `(?:نسخة|صيغة|النسخة|الصيغة) (?:سابقة|أولى|أولية|أصلية|السابقة|الأولى|الأصلية) (?:من|ل) ?(?:هذا|هذه) ${AR_TEXT}`,
      `(?:نسخة|صيغة) (?:سابقة|أولى) من (?:المقال|المقالة|التقرير|الخبر)(?![\\p{L}])`,
      `(?:تم|جرى|جرت) (?:تصحيح|تعديل) (?:اسم |رقم |خطأ في |عنوان )?(?:هذا|هذه) ${AR_TEXT}`,
      `(?:تم|جرى) (?:تحديث|تعديل) (?:هذا |هذه )?${AR_TEXT} (?:لتصحيح|لتوضيح|بعد تصحيح)`,
      `(?:هذا|هذه) ${AR_TEXT} (?:تم|جرى) (?:تعديله|تعديلها|تصحيحه|تصحيحها)`,
      `(?:صحح|عدل|صححت|عدلت) (?:هذا|هذه) ${AR_TEXT}`,
      'صححنا [^.]{0,40}(?:هذا|هذه) (?:المقال|المقالة|التقرير|الخبر)',
      `(?:ورد|وقع) خطأ في (?:نسخة|صيغة|هذا|هذه|النسخة)`,
      `(?:نعتذر(?: (?:ل|إلى )[^.]{2,30})?|تعتذر [^.]{2,40}) عن (?:هذا |هذه )?(?:الخطأ|ورود خطأ|الالتباس|اللبس|السهو)`,
      'بسبب خطأ (?:تحريري|مطبعي|فني|في التحرير|في النشر|في الترجمة|غير مقصود)',
      '(?:ورد|ذكر) في نسخة سابقة(?! من (?!هذا|هذه|المقال|التقرير|الخبر))',
      '(?:لذا|لذلك|ولذا|ولهذا)? ?(?:وجب|اقتضى|لزم) (?:التنويه|التصحيح|التوضيح|الاعتذار|التصويب|الاستدراك)',
      'خلافا لما (?:نشرناه|نشرنا|ذكرناه|ذكرنا|أوردناه|كتبناه|ورد في (?:نسخة|صيغة|هذا|هذه|عدد|خبر|مقال)|جاء في (?:نسخة|هذا|هذه|عدد|خبر|مقال)|نشر (?:في|سابقا|أمس))',
      '(?:ورد|وقع|حدث|حصل) خطأ (?:غير مقصود |مطبعي |تحريري |فني )?في (?:\\p{L}+ ){0,3}(?:الفقرة|المنشور|المنشورة|الصورة|تعليق|العنوان|المقال|التقرير|الخبر)',
      '(?:نأسف|نعتذر|تأسف [^.]{2,30}) (?:ل|عن |على )(?:هذا |هذه )?(?:ال)?(?:خطأ|لخطأ|التباس|سهو)',
      '(?:تعتذر|تود|تأسف) (?:الصحيفة|الجريدة|أسرة التحرير|هيئة التحرير|المجلة|الوكالة|إدارة التحرير|التحرير)',
      'والصحيح (?:أن|هو|أنه|أنها)[^.]{1,80} (?:كما|وليس|لا) ',
      'والصواب (?:أن|هو|أنه|أنها) ',
      '(?:أزلنا|حذفنا|سحبنا|عدلنا|صححنا) (?:من )?(?:هذا|هذه) (?:المقال|المقالة|التقرير|الخبر|المادة|النص)',
      '(?:في|من) (?:خبرنا|مقالنا|تقريرنا|عددنا|عدد أمس)[^.]{0,80} (?:أخطأنا|خطأ|والصحيح|والصواب)',
    ],
  },
  zh: {
    stems: '更正|勘误|勘誤|澄清|编者|編者|版本',
    openings: ['更正', '勘误', '勘誤', '澄清', '编者注', '編者按', '编者按'],
    sayings: ['(?:本文|本报道|此报道|此文)(?:早前|先前|此前|较早)(?:的)?版本'],
  },
}
