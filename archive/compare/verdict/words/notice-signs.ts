/**
 * Signs of a notice of correction that alone are too little: a sentence that speaks of the text it stands in, of an
 * error, of a change. `corrections.ts` beside the lists of whole phrases says which of them together are enough. Tested
 * against one sentence, words in quotation marks left out, in any case.
 */
export interface NoticeSigns {
  /** The text the sentence stands in, or a part of it. */
  readonly about: string
  /** Something was not right. */
  readonly wrong: string
  /** A change that only mends. */
  readonly mended: string
  /** A change that may be anything. */
  readonly changed: string
  /** What a change was made for, where it mends. */
  readonly purpose: string
  /** A state of the text before this one. */
  readonly version: string
  /** The newsroom tells what it published. */
  readonly we: string
  /** Before the change. */
  readonly formerly: string
  /** What a text said, as one tells it afterwards. */
  readonly told: string
  /** The heading, or a picture beside the text: papers tell of changes in them only where they mend. */
  readonly title: string
  /** What an agency puts in brackets before a story that it sends again: "(Corrects paragraph 4)". */
  readonly agency: string
  /** Headings that open a notice among other things: "Update:". */
  readonly heading: string
}

const EN_TEXT =
  '(?:article|story|report|piece|post|headline|caption|page|graphic|chart|photo(?:graph)?|picture|image|map|table|video|column|obituary|review|listing|blog|podcast|interview|newsletter|transcript|text|item)'
const ES_TEXT =
  '(?:artículo|nota|noticia|historia|información|texto|reportaje|titular|crónica|publicación|pieza|entrevista|gráfico|fotografía|foto|imagen|tabla|mapa|entradilla|pie de foto|obituario|columna|mapa|vídeo|video|infografía|crítica|perfil|editorial)'
const FR_TEXT =
  '(?:article|texte|papier|dépêche|publication|titre|reportage|légende|infographie|graphique|photo|photographie|image|tableau|carte|entretien|interview|enquête|brève|portrait|chapô|nécrologie|chronique|critique|tribune|billet|vidéo|éditorial|encadré)'
const DE_TEXT =
  '(?:artikels?|beitrag(?:e?s)?|text(?:e?s)?|bericht(?:e?s)?|meldung|überschrift|bildunterschrift|bildtext|titel|teaser|fotos?|bild(?:es)?|grafik|tabelle|karte|videos?|interviews?|kommentars?|nachrufs?|reportage|porträts?|rezension|kolumne|glosse|infokastens?|abbildung)'
const PT_TEXT =
  '(?:artigo|texto|reportagem|matéria|notícia|nota|título|publicação|legenda|gráfico|foto|fotografia|imagem|tabela|mapa|entrevista|coluna|obituário|manchete|peça|crônica|infográfico|vídeo|perfil|crítica)'
const AR_TEXT =
  '(?:المقال|المقالة|التقرير|الخبر|القصة|المادة|النص|العنوان|التحقيق|الصورة|الصور|الرسم البياني|الجدول|الخريطة|المقابلة|مقال|مقالة|تقرير|خبر|نص|عنوان|صورة|رسم بياني|جدول)'

export const NOTICE_SIGNS: Readonly<Record<string, NoticeSigns>> = {
  en: {
    about: `in (?:last|yesterday)[^.,]{0,30} (?:section|edition|issue|newsletter|paper)|(?:this|our) (?:\\p{L}+['’]s )?(?:\\p{L}+ )?${EN_TEXT}(?! of (?:the )?(?:law|constitution|treaty|code|faith|clothing|legislation)| by (?:the|an?) | (?:found|finds|shows|revealed|reveals|uncovered|exposed|detailed))|(?:a|the) ${EN_TEXT} (?:in|with|on|of|accompanying|above|below) (?:this|our|an earlier|a previous|yesterday['’]s)|(?:an?|the) (?:[\\p{L}-]+ )?(?:article|headline|caption|graphic|chart|map|column|obituary|(?:book |film |theater |restaurant )?review|recipe|crossword|photograph|listing|infographic)s? (?:(?:on|in|last|from|published) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|last|page|the (?:\\p{L}+ )?(?:section|edition|issue)|yesterday|\\p{L}+\\.? \\p{N}|\\p{N})|(?:with|accompanying) an? |of \\p{L}+(?: \\p{L}+){0,3}(?= (?:was wrong|mis|incorrectly|gave|reversed)))`,
    wrong:
      'incorrect(?:ly)?|mistaken(?:ly)?|wrong(?:ly)?|erroneous(?:ly)?|inaccura\\p{L}+|in error|by mistake|(?<!(?:made|making|make|makes|admitted|found) )(?:an?|the|this|our) (?:\\p{L}+ )?(?:errors?|mistakes?)|mis(?:stat|identif|spel|attribut|quot|report|translat|describ|label|characteri|nam|dat|calculat)\\p{L}+|transposed|reversed the|(?:was|were) wrong|set the record straight|should have (?:said|read|been|\\p{L}+ed)|omitted|(?:was|is) not (?:true|correct)',
    mended:
      "(?:has|have) (?:now |since |also )*been (?:corrected|amended|rectified|clarified|retracted|withdrawn)|(?:was|were|is) (?:later |subsequently |since )*(?:corrected|amended|rectified|retracted|withdrawn)(?! by)|(?:we|we have|we’ve|we've) (?:now |since )*(?:corrected|amended|rectified|clarified|retracted|withdrawn)",
    changed:
      "(?:has|have|was|were) (?:now |since |later |also )*(?:been )?(?:changed|updated|edited|modified|revised|replaced|removed|altered|adjusted|swapped)|(?:we|we have|we’ve|we've) (?:now |since )*(?:changed|updated|edited|modified|replaced|removed|altered|adjusted)",
    purpose:
      'to (?:better )?(?:correct|clarify|make (?:it )?clear|reflect (?:that|the fact)|show that|remove|fix|say that|state that|restore|note that|specify|accurately|properly|rectify)',
    version:
      '(?:earlier|previous|first|original|initial|prior|older) (?:online |print |published )?(?:version|edition|headline|caption|draft)s?(?! of (?:events|the facts|herself|himself))(?! of the (?!article|story|report|headline|caption|text|piece|post))',
    we: '(?:we|the editors) (?:had |have |originally |first |initially |earlier |previously |wrongly |incorrectly |mistakenly |also )*(?:reported|wrote|said|stated|published|described|named|gave|got|identified|misidentified|misstated|misspelled|attributed|quoted|misquoted|used|showed|suggested|implied|listed|called|failed)',
    formerly:
      'originally(?! (?:published|appeared|ran|posted|written))|initially(?! published)|at first|(?:when|after|since) (?:it was |this was )?(?:first )?(?:published|publication)|as (?:first|originally) published|previously|first appeared',
    told: 'said|stated|reported|gave|referred|identified|described|named|listed|claimed|suggested|indicated|put|called|contained|included|carried|showed|omitted|used|quoted|attributed|dated|spelled|spelt',
    title: `(?:photo(?:graph)?|picture|image|chart|map|video|graphic) (?:that |which )?(?:accompan(?:ied|ying)|with|illustrating|at the top of) this|(?:this|the|our) headline (?:of|on|to|for|above) (?:this|an earlier|the (?:article|story|piece))|this headline`,
    agency: `corrects|correct(?:ed|ing)|clarifies|this (?:\\p{L}+\\.? \\p{N}+ )?(?:story|article|version) (?:has been|was|is) corrected|removes (?:extraneous|incorrect|erroneous|repeated|duplicate|typo|garble|reference)|fixes|refiles|drops (?:extraneous|incorrect|reference)|adds dropped|restores|(?:this|the) story (?:corrects|has been corrected)|this (?:version )?(?:corrects|fixes)|rewrites`,
    heading: 'update[ds]?|note|n\\.b\\.|nb|addendum|post ?script|ps',
  },
  es: {
    about: `(?:est[ea]|nuestr[oa]) ${ES_TEXT}|(?:el|la|un|una) ${ES_TEXT},? (?:original(?= decía| afirmaba| indicaba| señalaba| daba)|de est[ea]|que acompaña(?:ba)?|(?:del|de la|de|sobre) [^.,]{0,40} contenía un error|titulad[oa]|(?:[^.,]{0,40},? )?publicad[oa] (?:ayer|el|en)|original de est)`,
    wrong:
      'errónea(?:mente|s)?|erróneos?|por error|equivocad[oa](?:mente|s)?|de forma (?:incorrecta|errónea)|incorrect[oa](?:mente|s)?|(?:un|el|este) (?:\\p{L}+ )?error|errata|inexact[oa]s?|no es correct[oa]|no era correct[oa]|equivocación|nos equivocamos|se confundió|mal (?:identificad[oa]|escrit[oa])|identificó mal|(?:situ|indic|identific|escrib|cit|recog|ubic|traduj|calcul|consign|interpret|atribu)\\p{L}* mal|(?!acab|termin|sal|empez|pint|and)\\p{L}+(?:aba|ía|aban|ían) mal',
    mended:
      'se (?:corrigió|rectificó|enmendó)|(?:ha sido|han sido|fue|fueron|está|se ha|se han|hemos) (?:ya )?(?:corregid[oa]s?|rectificad[oa]s?|enmendad[oa]s?|subsanad[oa]s?)(?! por (?!error))|corregimos|rectificamos',
    changed:
      'se (?:actualizó|modificó|editó|cambió|sustituyó|retiró|eliminó)|(?:ha sido|han sido|fue|fueron|se ha|se han|hemos) (?:modificad[oa]s?|actualizad[oa]s?|editad[oa]s?|cambiad[oa]s?|sustituid[oa]s?|retirad[oa]s?|eliminad[oa]s?|reemplazad[oa]s?)',
    purpose:
      'para (?:corregir|retirar|quitar|suprimir|aclarar|rectificar|precisar|dejar claro|reflejar que|subsanar|eliminar|incluir la versión|especificar|enmendar)|tras (?:detectar|comprobar|constatar)',
    version:
      '(?:primera|anterior|previa|original|inicial) versi[óo]n(?! (?:de la ley|del proyecto|de los hechos))|versi[óo]n (?:anterior|previa|original|inicial|primera)(?! (?:de la ley|del proyecto|de la aplicación|del cuadro))',
    we: '(?:publicamos|informamos|escribimos|dijimos|afirmamos|indicamos|atribuimos|señalamos|citamos|identificamos|habíamos (?:publicado|informado|escrito|dicho|indicado|atribuido)|hemos (?:publicado|escrito|atribuido)|se publicó una)',
    formerly:
      'originalmente|inicialmente|en un (?:primer momento|principio)|al principio|previamente|antes(?! d[eo])|anteriormente|en origen',
    told: 'decía|afirmaba|indicaba|señalaba|informaba|aseguraba|mencionaba|citaba|incluía|recogía|daba|situaba|atribuía|llamaba|mostraba|contenía',
    title: `(?:fotografía|foto|imagen|gráfico|mapa|vídeo|video) (?:que (?:acompaña|ilustra)(?:ba)?|de) est[ea] ${ES_TEXT}|(?:el|este) (?:titular|título) (?:de est[ea]|original)|est[ea] (?:titular|título)`,
    agency: `corrige|rectifica|corrección|precisa|aclara|elimina|corregido|corrigiendo`,
    heading:
      'actualizaci[óo]n|actualizado|nota|aviso(?: a los lectores)?|nota a (?:los|nuestros) lectores|a (?:los|nuestros) lectores|p\\.? ?d\\.?|precisi[óo]n(?:es)?|corregimos|matización',
  },
  fr: {
    about: `(?:cet?|cette|notre) ${FR_TEXT}|(?:le|la|l['’]|une?) ?${FR_TEXT} (?:de cet|de cette|de notre|qui accompagn|initialement|publiée? (?:hier|le))|dans (?:notre|nos) éditions?`,
    wrong:
      "par erreur|à tort|erron[ée]{1,2}e?s?|erronément|incorrecte?(?:ment)?|inexacte?(?:ment)?|(?:une|l['’]|cette|d['’]une) ?erreur|nous nous sommes trompés|mal orthographiée?|mauvaise?s? (?:légende|date|nom|chiffre|photo|année|personne|auteur|source|ville|orthographe|âge|fonction|lieu|titre|montant)s?|\\p{L}+(?:ait|aient) mal|faussement|(?:données|chiffres|informations|noms?|dates?) (?:fausses?|faux)|coquille|(?:avons|avions) confondu|omis|pas (?:la bonne|le bon|les bons|les bonnes)",
    mended:
      "(?:a|ont) (?:depuis |également |bien )?été (?:corrigée?s?|rectifiée?s?|amendée?s?)(?! par)|nous (?:l['’]|les )?(?:avons|corrigeons|rectifions)(?: depuis)? ?(?:corrigée?s?|rectifiée?s?)?(?= |[.,])(?<=corrig\\p{L}+|rectifi\\p{L}+)|(?:article|texte|titre|légende|graphique) (?:corrigée?|rectifiée?)",
    changed:
      "(?:a|ont) (?:depuis |également )?été (?:modifiée?s?|mise?s? à jour|changée?s?|remplacée?s?|retirée?s?|supprimée?s?|actualisée?s?)|nous (?:l['’]|les )?avons (?:modifié|changé|remplacé|retiré|supprimé)\\p{L}*",
    purpose:
      'pour (?:corriger|rectifier|préciser|clarifier|indiquer|retirer|lever)|afin de (?:corriger|rectifier|préciser|clarifier|lever)|après (?:publication|parution)',
    version:
      "(?:précédente|première|ancienne) version(?! (?:du projet|de la loi|de l['’]application))|version (?:précédente|antérieure|initiale|originale)(?! (?:du|de la loi|de l['’]application))",
    we: "nous (?:avons|avions) (?:(?:initialement|d['’]abord|faussement|à tort|mal) )?(?:orthographié|écrit|indiqué|publié|affirmé|attribué|annoncé|rapporté|nommé|donné|cité|confondu|présenté)|nous (?:écrivions|indiquions|affirmions|annoncions)",
    formerly:
      "initialement|à l['’]origine|d['’]abord|dans un premier temps|précédemment|auparavant|avant correction",
    told: 'indiquait|disait|affirmait|mentionnait|précisait|annonçait|écrivait|citait|donnait|situait|attribuait|présentait|évoquait|faisait état|comportait|contenait|montrait|nommait',
    title: `(?:photo|photographie|image|carte|vidéo|graphique|illustration)(?: qui (?:accompagn|illustr)\\p{L}+| de| d[’']illustration de) (?:cet|cette|ce) ?${FR_TEXT}|(?:le|ce) (?:titre|chapô) (?:de (?:cet|cette|notre)|initial)|ce titre`,
    agency: `corrige|rectifie|précise|correction|corrigé|supprime|ajoute mot`,
    heading: 'mise? à jour|actualisation|màj|note|article corrigé|texte corrigé|à nos lecteurs|nb',
  },
  de: {
    about: `dies(?:er|em|en|es|e) ${DE_TEXT}|unser(?:er|em|en|es|e)? ${DE_TEXT}|(?:der|den|dem|des|die|das) (?!bericht (?:wurde|ist)[^.]*, (?:nachdem|weil) )${DE_TEXT}(?= (?:wurde|haben wir|ist|war|trug|enthielt|dieses|zu diesem|in diesem|unseres|stand|vom))|wir haben (?:den|die|das) ${DE_TEXT}`,
    wrong:
      'irrtümlich\\p{L}*|fälschlich\\p{L}*|versehentlich|aus versehen|falsch\\p{L}*|fehlerhaft\\p{L}*|unzutreffend\\p{L}*|(?:ein|einen|eines|dieser|diesen|der|den|durch einen) (?:\\p{L}+)?fehlers?|unkorrekt\\p{L}*|inkorrekt\\p{L}*|nicht (?:korrekt|richtig)|vertauscht|verwechselt|ein irrtum|eine verwechslung|ungenau\\p{L}*',
    mended: '(?:korrigiert|berichtigt|richtiggestellt|richtig gestellt|klargestellt)',
    changed:
      '(?:geändert|angepasst|verändert|aktualisiert|überarbeitet|ausgetauscht|ersetzt|entfernt|gelöscht|ergänzt|präzisiert)',
    purpose:
      'um (?:[^.]{0,60} zu (?:entfernen|korrigieren|berichtigen|streichen|präzisieren|verdeutlichen)|klarzustellen|zu verdeutlichen|deutlich zu machen|den fehler|zu präzisieren|einen fehler|eine falsche)|nachträglich|nach (?:der )?(?:veröffentlichung|erscheinen)|zur klarstellung',
    version:
      '(?:früheren?|vorherigen?|ersten?|ursprünglichen?|älteren?|vorigen?) (?:version|fassung)(?! (?:des gesetz|der app|des entwurf))',
    we: '(?:haben|hatten) wir|wir (?:haben|hatten)(?! (?:uns|viel|das gefühl))|schrieben wir|berichteten wir|nannten wir',
    formerly:
      'ursprünglich(?! (?:erschienen|in |auf |im ))|zunächst|zuerst|anfangs|in einer ersten|zuvor|vorher',
    told: 'stand|hieß|schrieb|nannte|gab|bezeichnete|behauptete|berichtete|enthielt|zeigte|hatte|war von|war die rede|trug|lautete',
    title: `(?:foto|bild|video|grafik|karte|aufmacherbild) (?:zu|über|in) diese[mr] ${DE_TEXT}|die (?:überschrift|schlagzeile)(?: (?:dieses|des|unseres) \\p{L}+)?|der titel (?:dieses|unseres)|diese (?:überschrift|schlagzeile)`,
    agency: `berichtigt|korrigiert|korrektur|berichtigung|präzisiert|neu:? berichtigt`,
    heading:
      'update|aktualisierung|aktualisiert|hinweis|nachtrag|anmerkung|in eigener sache|ps|hinweis an unsere leser(?:innen)?',
  },
  pt: {
    about: `(?:(?:n|d)?est[ea]|noss[oa]) ${PT_TEXT}|(?:o|a|um|uma|no|na|do|da) ${PT_TEXT} (?:dest[ea]|nest[ea]|que acompanha(?:va)?|(?:[^.,]{0,40},? )?publicad[oa] (?:ontem|em|n[ao] (?:edição|jornal)|inicialmente|nesta)|original)|(?:^|[.:] )(?:o|a) (?:texto|reportagem|matéria|notícia|título|legenda|gráfico|foto)(?= (?:foi|trazia|informava|dizia|publicada inicialmente|original|afirmava))`,
    wrong:
      'por engano|por lapso|por um lapso|erroneamente|erradamente|por erro|incorretamente|equivocadamente|de forma (?:incorreta|errada|equivocada)|errad[oa]s?|incorret[oa]s?|(?:um|o|este|pelo) (?:\\p{L}+ )?(?:erro|equívoco|lapso)|errou ao|erramos|trocad[oa]s?|troc[aá]mos|não (?:é|era) corret[oa]|imprecis[oa]|inexat[oa]|confundimos|trocou (?:o nome|os nomes|as)|confundiu',
    mended:
      '(?:foi|foram|está) (?:já )?(?:corrigid[oa]s?|retificad[oa]s?)(?! pel[oa]s?| por (?!erro))|corrigimos|retific[aá]mos|(?:texto|reportagem|matéria|notícia|título) (?:corrigid[oa]|retificad[oa])',
    changed:
      '(?:foi|foram) (?:alterad[oa]s?|atualizad[oa]s?|editad[oa]s?|modificad[oa]s?|substituíd[oa]s?|retirad[oa]s?|removid[oa]s?|trocad[oa]s?)|(?:alter[aá]mos|substituímos|retir[aá]mos|removemos|troc[aá]mos)',
    purpose:
      'para (?:corrigir|retificar|esclarecer|deixar claro|refletir que|precisar|especificar|retirar|incluir a versão|acrescentar a resposta)|após (?:a )?publicação|depois de publicad[oa]',
    version:
      '(?:primeira|antiga) vers[ãa]o(?! (?:da lei|do projeto|do aplicativo))|vers[ãa]o (?:anterior|original|inicial|prévia)(?! (?:da lei|do projeto|do quadro|do aplicativo))',
    we: '(?:public[aá]mos|inform[aá]mos|escrevemos|dissemos|afirm[aá]mos|atribuímos|notici[aá]mos|cit[aá]mos|indic[aá]mos|referimos|identific[aá]mos|troc[aá]mos|anunci[aá]mos|havíamos (?:publicado|informado|escrito|dito)|(?:jornal|folha|gazeta|redação|portal|revista|site|diário|correio)[^.,]{0,20} (?:errou|se enganou))',
    formerly:
      'originalmente(?! (?:publicad|em |no |na ))|inicialmente|a princípio|num primeiro momento|anteriormente|antes(?! d[eo])',
    told: 'dizia|afirmava|informava|indicava|mencionava|citava|trazia|dava|situava|atribuía|chamava|mostrava|continha|apontava',
    title: `(?:foto|fotografia|imagem|gráfico|mapa|vídeo) (?:que (?:acompanha|ilustra)(?:va)?|d)?[ e]*(?:d?est[ea]) ${PT_TEXT}|(?:o|este) (?:título|manchete) (?:dest[ea]|original)|(?:a|esta) manchete dest[ea]|este título`,
    agency: `corrige|retifica|correção|esclarece|elimina|corrigido`,
    heading:
      'atualiza[çc][ãa]o|atualizado|nota|aviso|texto corrigido|adendo|nota aos leitores|avisos? aos leitores|aos leitores',
  },
  ar: {
    about: `(?:هذا|هذه|لهذا|بهذا|لهذه) ${AR_TEXT}|${AR_TEXT} (?:هذا|هذه)|(?:المقال|التقرير|الخبر|الصورة|العنوان|النص|الرسم البياني) (?:السابق|السابقة|المنشور(?! في (?:المجلة|مجلة|صحيفة|الصحيفة|جريدة))|المنشورة|التي نشرت|الذي نشر|المرفق|المرفقة)|بعد نشره|بعد نشرها|${AR_TEXT} بعد نشر`,
    wrong:
      '(?:بال|ب|ال|عن |لل)?خطأ|خلطنا|والواقع أنه?ا?|خاطئ|خاطئا|خاطئة|والصحيح|(?:ب)?طريق الخطأ|غير (?:صحيح|صحيحة|دقيق|دقيقة)|سهوا|ورد خطأ|وقع خطأ|خلافا للواقع|غير صحيح|مغلوط|مغلوطة',
    mended:
      '(?:تم|جرى|جرت|وتم|وجرى|وقد جرى|وقد تم) (?:تصحيح|تصويب)|(?:صحح|صححت|صوب|صححنا|صوبنا)(?= )|لتصحيح|تصحيحه|تصحيحها',
    changed:
      '(?:تم|جرى|جرت|وتم|وجرى|وقد جرى|وقد تم) (?:تعديل|تحديث|تغيير|استبدال|حذف|سحب|إزالة)\\p{L}*|(?:عدل|عدلت|حدث|استبدلت|غير|حذفت|عدلنا|حذفنا|استبدلنا|سحبنا|غيرنا)(?= )',
    purpose: 'لتصحيح|لتوضيح|للتوضيح|لتصويب|بعد (?:تصحيح|اكتشاف|التحقق|نشر)|لإزالة|لحذف|لسحب',
    version:
      '(?:نسخة|صيغة|النسخة|الصيغة) (?:سابقة|أولى|أولية|أصلية|السابقة|الأولى|الأولية|الأصلية)(?! (?:من|ل) ?(?:مشروع|القانون|اللوحة|التطبيق))',
    we: '(?:كتبنا|نشرنا|ذكرنا|ذكرناه|أخطأنا|نشرناه|أشرنا|أوردنا|أفدنا|قلنا|نسبنا|نشرت الصحيفة|ذكرت الصحيفة|نود أن نوضح|نوضح)',
    formerly: 'سابقا|في البداية|في وقت سابق|أول الأمر|بداية',
    told: 'ذكر|ذكرت|أورد|أوردت|ورد|جاء|أشار|أشارت|أفاد|أفادت|قال|نسب|نسبت|تضمن|تضمنت|أظهرت|أظهر',
    title: `(?:الصورة|الرسم البياني|الخريطة|المقطع) (?:المرفقة|المرفق|المصاحبة|المصاحب) (?:بهذا|لهذا|بهذه|لهذه)|(?:عنوان|العنوان) (?:هذا|هذه) \\p{L}+|عنوان (?:المقال|التقرير|الخبر|المادة)|هذا العنوان`,
    agency: `تصحيح|تصويب|يصحح|لتصحيح|يصوب|مصحح|إعادة لتصحيح`,
    heading: 'تحديث|ملاحظة|تنبيه|تنويه|هيئة التحرير|من المحرر|إلى القراء|بيان من المحرر|ملحوظة',
  },
  it: {
    about: '(?:quest[oa]|nostr[oa]) (?:articolo|testo|notizia|servizio|titolo|pezzo)',
    wrong: 'erroneamente|per errore|errat[oa]|sbagliat[oa]|inesatt[oa]|un errore',
    mended: 'è stat[oa] (?:corrett[oa]|rettificat[oa])|abbiamo (?:corretto|rettificato)',
    changed: 'è stat[oa] (?:modificat[oa]|aggiornat[oa]|sostituit[oa])',
    purpose: 'per (?:correggere|chiarire|precisare|rettificare)',
    version: 'versione (?:precedente|originale|iniziale)|(?:prima|precedente) versione',
    we: 'abbiamo (?:scritto|pubblicato|riportato|attribuito)|avevamo (?:scritto|pubblicato|riportato|attribuito)',
    formerly: 'inizialmente|originariamente|in un primo momento',
    told: 'diceva|riportava|indicava|affermava|citava|attribuiva',
    title: `(?:il|questo) titolo (?:di quest|original)`,
    agency: `corregge|rettifica|precisa`,
    heading: 'aggiornamento|nota|avviso',
  },
  ru: {
    about:
      '(?:эт(?:ой|от|ом|а)|наш(?:ей|ем|а)?) (?:статье?|стать[яи]|материале?|тексте?|заметк[еаи]|новост[ьи])|(?:материал|текст|статья|заметка|заголовок)(?= (?:был|была|исправлен|обновлен))',
    wrong: 'ошибочно|по ошибке|неверно|неправильно|ошибк[аиу]|неточност[ьи]|опечатк[аиу]',
    mended: '(?:был[ао]?|мы)? ?исправ(?:лен|лена|лено|лены|или)|уточн(?:ен|ена|ено|или)',
    changed:
      '(?:был[ао]? )?(?:изменен[ао]?|изменён|обновлен[ао]?|обновлён|заменен[ао]?|удален[ао]?)|мы (?:изменили|заменили|удалили)',
    purpose: 'чтобы (?:исправить|уточнить)|после публикации',
    version: '(?:предыдущ|ранн|первоначальн|перв|прежн)\\p{L}+ верси\\p{L}+',
    we: 'мы (?:написали|сообщили|сообщали|указали|писали|опубликовали|назвали)',
    formerly: 'изначально|первоначально|сначала|ранее',
    told: 'говорилось|сообщалось|указывалось|утверждалось|было написано|значилось|содержал\\p{L}*',
    title: `заголовок (?:этой|этого|статьи|материала)`,
    agency: `исправляет|исправлено|уточняет`,
    heading: 'обновлено|примечание|обновление|от автора',
  },
}

/** Somebody else says it: "This story is wrong, the minister said." */
export const SAID_BY_SOMEBODY =
  /^(?:(?:he|she|they) (?:\p{L}+ )?(?:said|says|admitted|claimed)|(?:(?:él|ella) )?(?:dijo|declaró|afirmó|admitió)|(?:il|elle) (?:a (?:dit|déclaré|affirmé|reconnu)|affirme)|(?:er|sie) (?:sagte|erklärte|räumte)|(?:ele|ela) (?:disse|declarou|afirmou|admitiu)|[وف]?قالت? إن)(?!\p{L})|^(?:\p{L}+ ){0,3}(?:police|officials|ministry|government|company|spokes\p{L}+|policía|polícia|gobierno|governo|ministerio|ministério|empresa|portavoz|porta-voz|gouvernement|ministère|polizei|ministerium|regierung|الشرطة|الوزارة|الحكومة) (?:said|says|dijo|dice|disse|diz|a dit|sagte|teilte mit|قالت)(?! on this)|[,،] (?:(?:the |a )?(?:\p{L}+ ){0,3}(?:said|says|argued|insisted|claimed|told reporters)|(?:dijo|dice|afirmó|aseguró|a dit|dit|affirme|a affirmé|sagte|sagt|erklärte|disse|diz|afirmou|[وف]?قالت?|[وف]?يقول|[وف]?أكدت?|сказал\p{L}*|заявил\p{L}*) (?:\p{L}+ ?){1,4})[.!]?$|(?<!\p{L})(?:said|says|claimed|insisted|argued|complained|denied)(?: that)? (?:this|the|our) (?:story|article|report|post|piece|photo|image|video)(?!\p{L})/iu

/** Words that end the name of a paper: what it regrets, it published. */
export const PAPERS =
  '(?:gazette|times|post|news|herald|journal|tribune|courier|courrier|guardian|echo|mail|star|telegraph|chronicle|observer|express|press|review|record|globe|standard|independent|mirror|sun|bulletin|argus|argus|dispatch|sentinel|examiner|editors?|newsroom|newspaper|magazine|agency|diario|correo|país|mundo|periódico|heraldo|voz|gaceta|redacción|revista|prensa|nación|clarín|écho|monde|figaro|parisien|progrès|journal|rédaction|dépêche|gazette|zeitung|redaktion|bote|kurier|rundschau|morgenpost|anzeiger|tageblatt|nachrichten|folha|gazeta|estado|globo|correio|diário|redação|jornal|público|صحيفة|الصحيفة|جريدة|الجريدة|الموقع|الوكالة|التحرير)'
