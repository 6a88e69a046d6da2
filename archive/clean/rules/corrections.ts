/**
 * Notices by which an outlet says that it changed or corrected a story. They belong to the story and to its
 * record: they are marked and never cut.
 */
export const CORRECTION_NOTICE = new RegExp(
  [
    '^(?:[\\[(【*•_\\s—–-]*)(?:corrections?|corrected|clarifications?|erratum|errata|retraction|correction appended|update(?:d)? (?:and|or) correct\\w*|korrektur(?:hinweis)?|berichtigung|richtigstellung|transparenzhinweis|correcci[oó]n|fe de err(?:ata|ores)|aclaraci[oó]n|rectificaci[oó]n|corre[cç][aã]o|errata|retifica[cç][aã]o|rectificatif|correctif|erratum|pr[eé]cision|rettifica|correzione|errata corrige|precisazione|rectificatie|correctie|sprostowanie|korekta|d[uü]zeltme|ralat|koreksi|исправление|уточнение|поправка|опровержение|виправлення|تصحيح|تصويب|توضيح|اصلاحیه|תיקון|הבהרה|भूल सुधार|सुधार|संशोधन|更正|勘误|勘誤|訂正(?:とおわび)?|おわびと訂正|お詫びと訂正|정정|바로잡습니다|แก้ไข|đính chính)(?:\\s*(?:\\(.{1,40}\\)|,? .{1,30}))?\\s*[:：.\\]】—–-]',
    '(?:an|a previous|a prior|the original) (?:earlier |original |previous )?version of (?:this|the) (?:article|story|report|post|headline|piece|column|caption)',
    '(?:this|the) (?:article|story|report|post|headline|piece|column|caption|version)\\b.{0,60}\\b(?:has|have|was|been) (?:been )?(?:corrected|amended|clarified|updated to (?:correct|clarify|reflect|remove|fix|show|include|add))',
    '(?:in einer (?:früheren|vorherigen|ersten) (?:version|fassung)|eine frühere (?:version|fassung)|wir haben (?:den fehler|das|die stelle) korrigiert)',
    '(?:une (?:première|précédente) version de (?:cet|ce)|cet article a été (?:corrigé|modifié|rectifié))',
    '(?:una versi[oó]n (?:anterior|previa) de (?:este|esta)|este art[ií]culo ha sido (?:corregido|modificado))',
    '(?:uma vers[aã]o anterior d(?:este|esta)|(?:este|esta) (?:texto|reportagem|mat[eé]ria) foi corrigid)',
  ].join('|'),
  'iu',
)

/** Longest such notice, in UTF-16 units: a longer paragraph only mentions a correction. */
export const LONGEST_NOTICE_CHARS = 1200
