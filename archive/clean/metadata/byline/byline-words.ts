/** Words written in one string, `|` between them. */
function apart(...lines: readonly string[]): readonly string[] {
  return lines.flatMap(line => line.split('|'))
}

/**
 * Words that stand before a byline. `sure`: nothing but a byline starts like that. `weak`: everyday words
 * ("von", "di") that introduce a byline only where the element says it is one, or the rest is nothing but names.
 */
export const BYLINE_LEADS: { readonly sure: readonly string[]; readonly weak: readonly string[] } = {
  sure: apart(
    // English
    'written by|words by|posted by|published by|story by|report by|reported by|reporting by',
    'article by|analysis by|opinion by|review by|text by|edited by|created by|author:|authors:',
    'byline:|authored by|contributed by|interview by|as told to|view all posts by|all posts by',
    'more by|by:|by',
    // German, Dutch, Nordic
    'door|verfasst von|geschrieben von|ein artikel von|ein kommentar von|eine analyse von',
    'ein beitrag von|ein gastbeitrag von|ein bericht von|eine reportage von|ein interview von',
    'interview von|text von|text:|autor:|autorin:|autoren:|redaktion:|geschreven door|auteur:',
    'skriven av|skrevet av|skrevet af|tekst:|journalist:|höfundur:|teksti:|kirjoittaja:|toimittaja:',
    // French, Spanish, Portuguese, Italian, Catalan, Romanian
    'por|écrit par|publié par|rédigé par|propos recueillis par|texte :|auteur :|escrito por',
    'publicado por|redacción:|texto:|autor/a:|autora:|reportagem de|texto de|scritto da|a cura di',
    'articolo di|pubblicato da|autore:|text de|escrit per|scris de|articol de',
    // Slavic, Baltic, Hungarian, Greek, Turkish
    'przez|автор:|авторы:|автор|авторка:|текст:|autorka:|autorzy:|napisał|napisała|opracował|opracowała',
    'opracowanie:|napsal|napsala|piše|piše:|pripremio|autors:|autorius:|szerző:|írta:',
    'γράφει ο|γράφει η|γράφει|συντάκτης:|yazan:|haber:|haberi yazan|yazar:|muhabir:|müəllif:',
    'autori:|nga:',
    // Arabic, Hebrew, Persian, Urdu
    'كتب:|كتبت:|كتب|كتبت|بقلم:|بقلم|تحرير:|إعداد:|إعداد|المصدر:|الكاتب:|מאת:|מאת|נویسنده:|نویسنده:',
    'نوشته|گزارش:|خبرنگار:|تحریر:',
    // Indic
    'द्वारा:|द्वारा|बाय|लेखक:|रिपोर्ट:|लिखित|रिपोर्टर:|লেখক:|প্রতিবেদক:|লিখেছেন|எழுதியவர்|రచన:',
    // East and South-East Asia
    '作者：|作者:|作者|文／|文/|文：|文:|撰文：|撰文:|撰文|记者：|记者:|记者|記者：|記者:|記者／|記者|本报记者|本報記者|責任編輯|编辑：|執筆：|執筆|取材・文|文・',
    '글:|글|โดย:|โดย|ผู้เขียน:|oleh:|oleh|penulis:|reporter:|ditulis oleh|tác giả:|bởi',
    'ni:|isinulat ni',
    // Africa
    'deur:|deur|geskryf deur|ibhalwe ngu|ibhalwe|na mwandishi wetu|mwandishi:|daga:|በ:',
  ),
  weak: apart(
    'von|vom|van|av|af|par|per|di|da|de|od|nga|na|ni|ngu|από|από τον|από την|από:',
    'eftir|του|της|theo|laporan',
  ),
}

/** Words between two names. `letters`: so short that both sides must be a full name before the text is split there. */
export const JOINERS: { readonly plain: readonly string[]; readonly letters: readonly string[] } = {
  plain: apart(
    'and|AND|And|und|sowie|et|och|og|en|ve|dan|и|та|și|και|ja|és|with|mit|avec|con|com|ir|un|və|dhe',
    'और|এবং|และ|và|के साथ',
  ),
  letters: ['y', 'e', 'i', 'a', 'd', 'o', 'و', 'і', 'в'],
}

/** Where a byline ends: what follows is a date, a place, a paper or an invitation. */
export const BYLINE_ENDS: readonly RegExp[] = [
  /\s*[|•·●▪–—]\s.*$/u,
  /\s+-\s.*$/u,
  /\s*\b(?:published|posted|updated|last updated|first published|modified|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b.*$/iu,
  /\s+(?:publicado|actualizado|publié|mis à jour|veröffentlicht|aktualisiert|gepubliceerd|pubblicato|aggiornato|опубликовано|обновлено)(?:\s|:).*$/iu,
  /\s*\b(?:follow|see more|read more|view all|more by|more from|about the author|share|sign up|email)\b.*$/iu,
  /(?<=\S\s\S.*)\s+(?:for|at|in|from)\s+(?:the\s+)?\p{Lu}[\p{L}\p{N}.'’&-]*(?:\s+[\p{L}\p{N}.'’&-]+){0,5}$/u,
  /\s*\(.*$/u,
  /\s*\[.*$/u,
  /[\s,]*(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}:\d{2}).*$/u,
  /[\s,]+(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}\b.*$/iu,
  /[\s,]+\d{1,2}\.? (?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sept?|oct|okt|nov|dec|dez)[a-zä]*\.?\b.*$/iu,
]

/** Words that make up a job title: a part of a byline all of whose words are here is no name. Compared in `bare` form. */
export const ROLE_WORDS: ReadonlySet<string> = new Set(
  [
    'staff senior junior chief deputy associate assistant contributing special freelance guest managing executive national',
    'international foreign political politics business technology tech science health sports sport culture legal court crime',
    'education environment climate economics economy finance financial markets energy travel food entertainment lifestyle',
    'news features feature digital online data investigations investigative local world us uk video photo photography social media',
    'breaking royal showbiz defence defense diplomatic security city home affairs consumer money personal transport white house',
    'writer reporter correspondent editor contributor author columnist journalist producer photographer analyst commentator critic',
    'blogger intern fellow director manager publisher host anchor presenter specialist strategist researcher professor officer president vice head chair founder ceo cto in at of the',
    'for desk team bureau writers reporters correspondents editors contributors and md phd dr opinion web audience engagement trending',
    'redakteur redakteurin redaktion reporterin korrespondent korrespondentin autor autorin volontär volontärin politikredakteur',
    'journaliste rédacteur rédactrice redacteur redactrice correspondant correspondante envoyé spécial chef',
    'redactor redactora periodista corresponsal enviado especial editora columnista repórter jornalista colunista correspondente',
    'giornalista corrispondente inviato redattore redattrice journalist redaktør redaktör politisk reporter reporterka dziennikarz',
    'dziennikarka редактор корреспондент журналист обозреватель muhabir editör wartawan jurnalis penulis',
  ].flatMap(line => line.split(' ')),
)

/** Job words that directly follow or precede a name without a comma, by script. */
export const ATTACHED_ROLES: readonly RegExp[] = [
  /\s*(?:인턴기자|선임기자|전문기자|특파원|기자|논설위원|칼럼니스트|앵커)(?:\s*외\s*\d+명)?$/u,
  /(?:特派員|編集委員|論説委員|実習記者|本报记者|本報記者|見習記者|记者|記者)$/u,
  /^(?:特派員|本报记者|本報記者|通讯员|编辑|记者|記者)\s*/u,
  /\s+(?:staff (?:writer|reporter)|senior (?:writer|reporter|editor)|contributing (?:writer|editor)|correspondent|reporter|columnist|contributor|editor)$/iu,
  /^(?:senior reporter|staff writer|reporter|correspondent|journalist|redakteur(?:in)?|korrespondent(?:in)?|journaliste)\s+(?=\p{Lu})/iu,
  /^(?:مراسل|مراسلة|الصحفي|الصحفية)\s+/u,
]

/** What fills an author field when there is no author to name. Compared in `bare` form. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  apart(
    'admin|administrator|administrador|administrateur|root|user|webmaster|author|authors|by|unknown',
    'none|null|undefined|n a|na|anonymous|guest|default|wp user|editor|contributor|staff|website',
    'web|super user|name|follow|share|facebook|twitter|instagram|linkedin|email|e mail|whatsapp',
    'print|comments|comment|subscribe|rss|redaktion|autor|autorin|auteur|redacción|redaccion',
    'redação|redazione|редакция|redactie|toimitus|see all posts|last updated|see all|view all',
    'published|new|general editor|google scholar|view author publications|reviews|min read|updated',
    'associate editor|globe|x|more|bio|read more|view all posts|true|false|follow us|view profile',
    'posts|www|advertisement|editorial|online',
  ),
)
