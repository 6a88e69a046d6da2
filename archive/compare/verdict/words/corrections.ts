/**
 * How notices of correction read. Each pattern is tested against one sentence or line, in any case. They ask for
 * the words of a notice about a text, not for any mention of an error.
 */
export const CORRECTION_NOTICES: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /^\W*(?:correction|clarification|corrections? and clarifications?|editor(?:['’]s|s['’]?)? (?:note|correction)|erratum|retraction)\b\s*(?:[:–—\-.(]|$)/iu,
    /\b(?:this|the|an earlier|a previous|earlier) (?:article|story|report|version|post|piece|headline|caption)[^.]{0,80}\b(?:has been|have been|was|were) (?:corrected|amended|updated to correct|clarified|edited to|retracted|modified)/iu,
    /\b(?:an earlier|a previous|the original|the first|earlier|previous) versions? of (?:this|the) (?:article|story|report|post|piece|headline|caption)\b/iu,
    /\bthis (?:article|story|report|piece) (?:originally|previously|initially|incorrectly|mistakenly|wrongly|erroneously) (?:said|stated|reported|misstated|misidentified|gave|referred|identified|described|named)/iu,
    /\b(?:we|the [\p{L} ]{2,30}) regrets? the error\b/iu,
    /\b(?:was|were) (?:incorrectly|mistakenly|wrongly|erroneously) (?:stated|reported|identified|named|given|described) in (?:an earlier|a previous|the original|this)/iu,
  ],
  es: [
    /^\W*(?:correcci[óo]n|fe de errores|fe de erratas|rectificaci[óo]n|aclaraci[óo]n|nota (?:del editor|de la redacción|de redacción))\b\s*(?:[:–—\-.(]|$)/iu,
    /\b(?:una )?versi[óo]n (?:anterior|previa|original|inicial) de (?:este|esta|la|el) (?:artículo|nota|noticia|historia|información|texto)/iu,
    /\b(?:este|esta) (?:artículo|nota|noticia|información|texto)[^.]{0,60}\b(?:ha sido|fue) (?:corregid[oa]|rectificad[oa]|modificad[oa])/iu,
  ],
  fr: [
    /^\W*(?:correction|rectificatif|erratum|errata|précision|mise au point|note de la rédaction)\b\s*(?:[:–—\-.(]|$)/iu,
    /\b(?:une )?(?:précédente version|version (?:précédente|antérieure|initiale)) (?:de cet? |de l['’])(?:article|texte|papier|information)/iu,
    /\bcet? (?:article|texte)[^.]{0,60}\ba été (?:corrigé|rectifié|modifié)/iu,
  ],
  de: [
    /^\W*(?:korrektur|korrekturhinweis|berichtigung|richtigstellung|klarstellung|anmerkung der redaktion|anm\. d\. red)\b\.?\s*(?:[:–—\-.(]|$)/iu,
    /\bin (?:einer|der) (?:früheren|vorherigen|ersten|ursprünglichen) (?:version|fassung)\b/iu,
    /\b(?:dieser|der|diesen) (?:artikel|beitrag|text)[^.]{0,60}\b(?:korrigiert|berichtigt|richtiggestellt)/iu,
  ],
  pt: [
    /^\W*(?:corre[çc][ãa]o|errata|erramos|retifica[çc][ãa]o|esclarecimento|nota da reda[çc][ãa]o|nota do editor)\b\s*(?:[:–—\-.(]|$)/iu,
    /\b(?:uma )?vers[ãa]o (?:anterior|original|inicial|prévia) (?:deste|desta|do|da) (?:artigo|texto|reportagem|matéria|notícia)/iu,
    /\b(?:este|esta) (?:artigo|texto|reportagem|matéria|notícia)[^.]{0,60}\b(?:foi|tinha sido) (?:corrigid[oa]|retificad[oa]|alterad[oa])/iu,
  ],
  it: [
    /^\W*(?:correzione|rettifica|errata corrige|precisazione|nota (?:della redazione|dell['’]editore))\b\s*(?:[:–—\-.(]|$)/iu,
    /\b(?:una )?versione (?:precedente|originale|iniziale) di (?:questo|questa) (?:articolo|testo|notizia)/iu,
  ],
  ru: [
    /^\P{L}*(?:исправление|поправка|уточнение|опровержение|от редакции)\s*(?:[:–—\-.(]|$)/iu,
    /(?:в|предыдущ\p{L}+|ранн\p{L}+|первоначальн\p{L}+) (?:предыдущей |ранней |первоначальной |первой )?верси\p{L}+ (?:этой |этого |данного )?(?:статьи|материала|текста|новости|заметки)/iu,
  ],
  ar: [
    /^\P{L}*(?:تصحيح|تصويب|توضيح|تنويه|استدراك|ملاحظة (?:المحرر|التحرير))\s*(?:[:–—\-.(،]|$)/u,
    /(?:نسخة|صيغة) (?:سابقة|أولى|أصلية) من (?:هذا|هذه) (?:المقال|التقرير|الخبر|القصة|المادة)/u,
    /(?:تم|جرى) (?:تصحيح|تعديل) (?:هذا|هذه) (?:المقال|التقرير|الخبر|القصة|المادة)/u,
  ],
  zh: [
    /^\P{L}*(?:更正|勘误|勘誤|澄清|编者注|編者按|编者按)\s*(?:[:：–—\-。(（]|$)/u,
    /(?:本文|本报道|此报道|此文)(?:早前|先前|此前|较早)(?:的)?版本/u,
  ],
}
