/** Lines that say how long ago something happened, whole, in normalised lower case. */
export const RELATIVE_TIME_LINES: readonly RegExp[] = [
  // English
  /^((last )?(updated|posted|published|modified)[:,]? )?((about |an? |\d+ ?)+(second|sec|minute|min|hour|hr|day|week|month|year)s?|\d+ ?[smhd]) ago\.?$/,
  /^(just now|moments ago|yesterday)$/,
  // German, Dutch
  /^((zuletzt )?aktualisiert:? )?vor (\d+|einer|einem) (sekunden?|minuten?|stunden?|tag(en)?|wochen?|monat(en)?|jahr(en)?)$/,
  /^(bijgewerkt )?(\d+|een) (seconden?|minuten?|minuut|uur|dag(en)?|we(ek|ken)) geleden$/,
  // French, Spanish, Portuguese, Italian
  /^((publié|mis à jour) )?il y a (\d+|une?) (secondes?|minutes?|heures?|jours?|semaines?|mois|ans?)$/,
  /^((publicado|actualizado) )?hace (\d+|una?) (segundos?|minutos?|horas?|días?|semanas?|meses|mes|años?)$/,
  /^((publicado|atualizado) )?há (\d+|uma?) (segundos?|minutos?|horas?|dias?|semanas?|meses|mês|anos?)$/,
  /^(\d+|una?) (second[oi]|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]) fa$/,
  // Russian, Polish, Turkish, Indonesian
  /^\d+ (секунд\S*|минут\S*|час\S*|дн\S*|день|недел\S*) назад$/,
  /^\d+ (sekund\S*|minut\S*|godzin\S*|dni|dzień|tygodni\S*) temu$/,
  /^\d+ (saniye|dakika|saat|gün|hafta|ay|yıl) önce$/,
  /^\d+ (detik|menit|jam|hari|minggu|bulan|tahun) (yang )?lalu$/,
  // Arabic, Persian, Hebrew, Hindi
  /^(منذ|قبل) ([\d٠-٩]+ )?(ثانية|ثوان|دقيقة|دقائق|ساعة|ساعات|ساعتين|يوم|أيام|يومين|أسبوع|أسابيع)$/,
  /^[\d۰-۹]+ (ثانیه|دقیقه|ساعت|روز|هفته) (پیش|قبل)$/,
  /^לפני \d+ (שניות|דקות|שעות|ימים)$/,
  /^[\d०-९]+ (सेकंड|मिनट|घंटे|घंटा|दिन|सप्ताह) (पहले|पूर्व)$/,
  // Chinese, Japanese, Korean, Thai
  /^\d+ ?(秒|分钟|分鐘|小时|小時|天|周|週|个月|個月)前$/,
  /^\d+ ?(秒|分|時間|日|週間|か月|ヶ月)前$/,
  /^\d+ ?(초|분|시간|일|주) 전$/,
  /^\d+ ?(วินาที|นาที|ชั่วโมง|วัน)ที่(แล้ว|ผ่านมา)$/,
]

const NUMBER = String.raw`\d[\d.,' ]*( ?(k|m|mil|tsd\.?|тыс\.?|万|만))?\+?`
const COUNTED =
  'views?|reads?|comments?|shares?|likes?|reactions?|retweets?|reposts?|replies|votes?|followers?|watching( now)?' +
  '|aufrufe|kommentare?|vues?|commentaires?|partages?|visitas|comentarios?|vistas|visualizações|compartilhamentos' +
  '|visualizzazioni|commenti|condivisioni|просмотр\\S*|комментари\\S*|wyświetle\\S*|komentarz\\S*|görüntülenme|yorum' +
  '|مشاهدة|مشاهدات|تعليق|تعليقات|بازدید|विचार|टिप्पणियां|次阅读|阅读|评论|条评论|閲覧|コメント|조회|댓글'

/** Lines that count readers and reactions, whole, in normalised lower case. */
export const COUNTER_LINES: readonly RegExp[] = [
  new RegExp(`^${NUMBER} ?(${COUNTED})$`),
  new RegExp(`^(${COUNTED}):? ?\\(?${NUMBER}\\)?$`),
]
