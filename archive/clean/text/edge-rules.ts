import { FURNITURE_HEADINGS } from '../rules/headings.ts'
import { FURNITURE_LINES } from '../rules/lines.ts'
import { firstRule, type PatternRule } from '../rules/rule.ts'

function whole(name: string, words: string): PatternRule {
  return { name, pattern: new RegExp(`^(?:${words})[\\s.!:*…»›→>|←«]*$`, 'iu') }
}

function opens(name: string, words: string): PatternRule {
  return { name, pattern: new RegExp(`^(?:${words})`, 'iu') }
}

/** Lines that only a page copied as text has: what its links, buttons and forms were called. */
const PAGE_LINES: readonly PatternRule[] = [
  whole(
    'image-credit',
    [
      '(?:featured |feature |main |lead |header |cover |top |file )?(?:image|images|photo|photos|picture|photograph|illustration|thumbnail|screenshot|video)(?: credits?| source)?(?: is| are)?(?: ?[:–—-]| via| by| from| courtesy(?: of)?| supplied by) ?.{2,120}',
      '(?:image|photo|picture) (?:credits?|source|by)\\b.{0,120}',
      '(?:titel|beitrags|header|symbol|vorschau)?(?:bild|foto)(?:nachweis|quelle|credits?)?(?: ?[:©/]| von| via).{2,120}',
      '(?:image|photo) (?:à la une|de une|mise en avant).{0,120}|(?:crédits?|source)(?: de l.image| photos?)? ?:.{2,120}',
      '(?:imagen|foto|fotografía|imagem|immagine)(?: destacada| de portada| em destaque| in evidenza| di copertina)?(?: ?[:/]| (?:vía|via|de|cortesía de|do|da|di)) ?.{2,120}',
      '(?:фото|изображение|снимок|заглавное фото|зображення)(?: ?[:/]| с сайта| из).{2,120}',
      '(?:uitgelichte )?(?:afbeelding|beeld|foto) ?(?:[:/]| via| van).{2,120}|(?:bilde|bild|kuva|billede|kép|fotó|zdjęcie|fotografie) ?:.{2,120}',
      '(?:öne çıkan )?(?:görsel|fotoğraf) ?[:/].{2,120}|(?:gambar|foto) ?(?:[:/]|oleh).{2,120}|(?:ảnh|hình ảnh) ?:.{2,120}',
      '(?:الصورة|صورة|مصدر الصورة|حقوق الصورة|عکس) ?(?:[:/]|من|عن|عبر).{2,120}|(?:תמונה|צילום) ?:.{2,120}',
      '(?:फोटो|तस्वीर|छायाचित्र|ছবি|चित्र)(?: (?:साभार|क्रेडिट|सौजन्य))? ?[:/–-]?.{2,80}',
      '(?:图片来源|图源|图片|圖片來源|圖片|圖|题图|题图来源|写真|画像|写真提供|アイキャッチ|사진|이미지)(?:提供|出典|クレジット)? ?[:：=/／].{1,80}',
    ].join('|'),
  ),
  whole(
    'navigation-line',
    [
      '(?:previous|next|older|newer|prev)(?: (?:post|article|story|entry|page|news))?(?: ?[:»›→←«|-].{0,160})?|post navigation|(?:home|menu|main menu|search|skip to (?:main )?content|toggle navigation|breadcrumbs?|you are here)',
      '(?:vorheriger|voriger|nächster|nächste) (?:beitrag|artikel|meldung)(?: ?:.{0,160})?|beitragsnavigation|startseite|(?:vorig|volgend)e? (?:artikel|bericht)(?: ?:.{0,160})?|berichtnavigatie',
      '(?:article|billet) (?:précédent|suivant)(?: ?:.{0,160})?|navigation de l.article|accueil|(?:entrada|artículo|nota|noticia|publicación) (?:anterior|siguiente)(?: ?:.{0,160})?|navegación de entradas|inicio|portada',
      '(?:post|artigo|notícia|matéria) (?:anterior|seguinte)|(?:próximo|próxima) (?:post|artigo|notícia|matéria)|navegação de posts?|início|(?:articolo|post) (?:precedente|successivo)|navigazione articoli',
      '(?:предыдущая|следующая) (?:запись|статья|новость)(?: ?:.{0,160})?|навигация по записям|главная|(?:попередній|наступний) (?:запис|допис)|poprzedni (?:wpis|artykuł)|następny (?:wpis|artykuł)|nawigacja wpisu',
      '(?:önceki|sonraki) (?:yazı|haber)|yazı gezinmesi|anasayfa|ana sayfa|(?:sebelumnya|selanjutnya)|navigasi pos|beranda|bài (?:trước|sau)|trang chủ',
      '(?:المقال|الخبر|الموضوع) (?:السابق|التالي)|(?:السابق|التالي)|الرئيسية|تصفح المقالات|(?:مطلب|خبر) (?:قبلی|بعدی)|خانه|הפוסט (?:הקודם|הבא)|(?:הקודם|הבא)',
      '(?:पिछला|अगला|पिछली|अगली) (?:लेख|पोस्ट|खबर|ख़बर)|होम|মুখ্য পাতা|আগের (?:খবর|পোস্ট)|পরের (?:খবর|পোস্ট)',
      '(?:上一篇|下一篇|上一页|下一页|上一頁|下一頁)(?:[:：].{0,100})?|首页|首頁|(?:前|次)の(?:記事|ページ|投稿)(?:[:：へ].{0,100})?|ホーム|トップページ|(?:이전|다음) ?(?:글|기사|페이지)(?:[:：].{0,100})?|홈',
      '(?:[^>»›]{1,30} ?[>»›] ?){2,6}[^>»›]{0,90}',
    ].join('|'),
  ),
  whole(
    'comment-form',
    '(?:(?:your )?(?:name|e-?mail(?: address)?|website|url|comment|message)\\s*(?:\\*|\\(required\\)|:)*\\s*){1,5}|(?:post|submit|send|publish) (?:a )?(?:comment|reply|message)|cancel reply|reply|(?:kommentar|antworten) abschicken|antworten abbrechen|ihre e-mail-adresse wird nicht veröffentlicht.{0,80}|(?:votre adresse (?:e-mail|de messagerie) ne sera pas publiée).{0,100}|tu (?:dirección de correo electrónico|correo electrónico) no será publicad[oa].{0,100}|o seu (?:endereço de )?e-?mail não será publicado.{0,100}|il tuo indirizzo email non sarà pubblicato.{0,100}|je e-mailadres wordt niet gepubliceerd.{0,100}|twój adres e-?mail nie zostanie opublikowany.{0,100}|ваш (?:адрес )?e-?mail не будет опубликован.{0,100}|e-posta adresiniz yayınlanmayacak.{0,100}|alamat email anda tidak akan dipublikasikan.{0,100}|لن يتم نشر عنوان بريدك الإلكتروني.{0,100}|आपका ईमेल पता प्रकाशित नहीं.{0,100}|(?:您的)?(?:电子邮箱地址|邮箱地址|電子郵件地址)不会被公开.{0,60}|メールアドレスが公開されることはありません.{0,60}|이메일 주소는 공개되지 않습니다.{0,60}',
  ),
  whole(
    'back-to-top',
    '(?:back|scroll|return|go) to (?:the )?top(?: (?:button|of (?:the )?page|↑))?|(?:zurück )?nach oben|haut de page|(?:volver|ir) arriba|voltar ao topo|torna su|naar boven|наверх|yukarı çık|kembali ke atas|زر الذهاب إلى الأعلى|العودة إلى الأعلى|回到顶部|トップへ',
  ),
  whole(
    'reading-time',
    '(?:reading time:? ?)?(?:about |approx\\.? )?\\d{1,3} ?(?:min(?:ute)?s?|mins?\\.?)(?: de lecture| de lectura| de leitura| di lettura| lesezeit| read(?:ing)?(?: time)?)|lesezeit:? .{1,20}',
  ),
  opens(
    'syndication-line',
    '(?:this (?:article|story|piece|post|report|commentary|essay) )?(?:was )?(?:first|originally) (?:published|appeared) (?:by|in|on|at|with) .{2,120}$',
  ),
  whole(
    'tags-line',
    '(?:tags?|topics?|filed under|categories|tagged(?: with)?|etiquetas|schlagwörter|mots[- ]clés|теги|метки|الوسوم|标签|タグ|태그|टैग) ?[:：].{1,300}',
  ),
]

/** Headings under which everything to the end of the file is furniture. */
const OPENS_FURNITURE: ReadonlySet<string> = new Set([
  ...FURNITURE_HEADINGS.map(({ name }) => name),
  'navigation-line',
  'comment-form',
])

const MAX_FURNITURE_CHARS = 320

/** The rule by which a line is furniture at the edge of a saved text, or null. */
export function edgeRule(text: string): string | null {
  if (text.length > MAX_FURNITURE_CHARS) return null
  return (
    firstRule(PAGE_LINES, text) ??
    firstRule(FURNITURE_HEADINGS, text.replace(/[\s:.*…]+$/u, '')) ??
    firstRule(FURNITURE_LINES, text)
  )
}

/** Whether lines below one with this rule go with it. */
export function opensFurniture(rule: string): boolean {
  return OPENS_FURNITURE.has(rule)
}
