/** "Title: …" and the like, as notes and exports put over a saved text: which field each word opens. */
export const LABELS: readonly (readonly [
  field: 'title' | 'byline' | 'published' | 'modified' | 'site' | 'url' | 'section',
  words: string,
])[] = [
  [
    'title',
    'title|headline|titel|überschrift|título|titre|titolo|заголовок|başlık|judul|العنوان|शीर्षक|标题|標題|タイトル|제목',
  ],
  [
    'byline',
    'author|authors|byline|writer|autor|autorin|auteur|autore|автор|yazar|penulis|الكاتب|लेखक|作者|著者|글쓴이',
  ],
  [
    'published',
    'date|published|published on|published at|publication date|posted|posted on|datum|veröffentlicht|erschienen|fecha|publicado|date de publication|publié|data|pubblicato|дата|опубликовано|tarih|tanggal|التاريخ|نشر|تاریخ|दिनांक|प्रकाशित|তারিখ|日期|发布时间|發布時間|公開日|更新日|날짜|입력',
  ],
  [
    'modified',
    'updated|last updated|updated on|modified|aktualisiert|geändert|actualizado|mis à jour|aggiornato|обновлено|güncelleme|diperbarui|آخر تحديث|अपडेट|更新|更新时间|수정',
  ],
  [
    'site',
    'source|outlet|publication|publisher|newspaper|quelle|medium|zeitung|fuente|medio|source originale|fonte|источник|издание|kaynak|sumber|المصدر|स्रोत|来源|來源|媒体|出典|출처',
  ],
  [
    'url',
    'url|link|address|permalink|adresse|enlace|lien|ссылка|bağlantı|tautan|الرابط|链接|鏈接|リンク|링크',
  ],
  [
    'section',
    'section|category|rubrik|ressort|sección|categoría|rubrique|sezione|рубрика|kategori|القسم|श्रेणी|栏目|分类|カテゴリー|섹션',
  ],
]

/** A date that opens the first paragraph: "date 2025-11-17 The …". */
export const DATE_PREFIX =
  /^(?:date|dated|published(?: on)?|posted(?: on)?|updated|datum|fecha|data|дата|tarih|tanggal|التاريخ|तारीख|日期)?\s*[:：]?\s*(?<date>\p{Nd}{4}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{1,2}(?:[T ]\p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2})?(?:Z|[+-]\p{Nd}{2}:?\p{Nd}{2})?)?)\s*(?:[|–—:-]\s*)?/iu

/** Says that a line's date is that of a change. */
export const UPDATED_LINE =
  /^(?:last )?(?:updated|modified|aktualisiert|geändert|actualizado|atualizado|mis à jour|aggiornato|bijgewerkt|обновлено|güncelle|diperbarui|آخر تحديث|अपडेट|更新|수정)/iu
