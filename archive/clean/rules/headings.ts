import type { PatternRule } from './rule.ts'

/**
 * Headings that open furniture, not story: what stands under one, up to the next heading of the story or the
 * end of its box, goes with it. Each pattern is met by the whole heading, bare of signs at its ends.
 */
function whole(name: string, words: string): PatternRule {
  return { name, pattern: new RegExp(`^(?:${words})$`, 'iu') }
}

export const FURNITURE_HEADINGS: readonly PatternRule[] = [
  whole(
    'related-heading',
    [
      // en
      'related(?: (?:articles?|stor(?:y|ies)|posts?|content|links?|news|items?|topics?|coverage|reading|video(?:s)?|searches|to this story|documents?|tags))?',
      '(?:read|see|watch|listen|check out|view) (?:also|more|next|this(?: next)?|these|related)',
      'also (?:read|see|in the news|on .{2,40})',
      'more (?:great|top|must|.{2,15}) (?:.{2,30} )?stories|more (?:stories|news|articles|coverage|headlines|reading|posts|videos?|like this|to (?:read|explore|know)|for you|(?:from|on|in|about|of|by) .{2,60})',
      '(?:read|learn|find out|discover) more(?: (?:about|on|from) .{2,60})?',
      '(?:you (?:may|might|could)|we think you.ll) (?:also )?(?:like|love|enjoy|be interested(?: in)?|have missed).{0,20}',
      '(?:recommended|suggested|trending|popular|featured|latest|top|recent|further|other|similar|editor.?s.?) (?:(?:for you|now|stories|news|articles?|posts?|reads?|reading|videos?|content|stor(?:y|ies)|topics?|headlines|stor|picks?|choice|recommendations?|in .{2,40}|from .{2,40}|on .{2,40})(?: .{0,30})?)',
      'recommended|trending|most (?:read|popular|viewed|shared|recent|commented|watched)(?: .{0,40})?|editor.?s.? (?:picks?|choice|recommendations?)',
      'up next|read next|next up|next (?:article|story|post)|previous (?:article|story|post)|don.?t miss(?: .{0,30})?|in case you missed it|must[- ]reads?|what to (?:read|watch) next|keep reading|continue reading|explore more|discover more|around the web|from (?:around )?the web|from our (?:partners?|sponsors?)|promoted (?:stories|content)|sponsored (?:stories|content|links)|you might be interested in|stories for you|today.?s top stories|see more(?: .{0,30})?|latest (?:in|on|from) .{2,50}|worth (?:a )?read(?:ing)?|the latest|recent posts|quick links|external links|in this (?:story|article|section|package)|on this topic|topics in this (?:article|story)|more on this (?:story|topic)',
      // es, pt, ca
      'art[ií]culos? relacionad[oa]s?|noticias? (?:relacionadas?|destacadas)|relacionad[oa]s|te (?:puede|podr[ií]a) interesar|tambi[eé]n te puede interesar|(?:lee|lea|leer|ver|vea|mira) (?:tambi[eé]n|m[aá]s|adem[aá]s)(?: .{0,30})?|m[aá]s (?:informaci[oó]n|noticias|sobre .{2,50}|le[ií]d[oa]s|en .{2,40}|de .{2,40})|lo m[aá]s (?:le[ií]do|visto)|sigue leyendo|no te pierdas|recomendad[oa]s?|[uú]ltimas noticias',
      'not[ií]cias? relacionadas?|(?:leia|veja|saiba|confira|ou[cç]a|assista) (?:tamb[eé]m|mais|ainda|a seguir)(?: .{0,30})?|mais (?:lidas|lidos|not[ií]cias|sobre .{2,50})|voc[eê] (?:pode|tamb[eé]m) .{2,40}|[uú]ltimas not[ií]cias|conte[uú]do relacionado',
      // fr
      '(?:[aà] )?(?:lire|voir|[eé]couter|d[eé]couvrir) (?:aussi|[eé]galement|plus|ensuite)(?: .{0,30})?|[aà] lire(?: .{0,30})?|sur le m[eê]me (?:sujet|th[eè]me)|articles? (?:li[eé]s?|associ[eé]s?|similaires?|recommand[eé]s?)|les plus lus|en (?:savoir|voir) plus|nos derniers articles|pour aller plus loin|dans la m[eê]me rubrique|vous (?:aimerez|pourriez) .{2,40}|plus d.articles|notre s[eé]lection|contenus? (?:li[eé]s?|sponsoris[eé]s?)',
      // de, nl
      '(?:mehr|weitere|lesen sie|lies|auch|[aä]hnliche|empfohlene|verwandte|passende|aktuelle|neueste) (?:zum thema|auch|mehr|artikel|beitr[aä]ge|themen|inhalte|nachrichten|meldungen|news|links|aus .{2,40}|von .{2,40}|zu .{2,40}|[uü]ber .{2,40}|interessant)(?: .{0,30})?|zum thema|das k[oö]nnte (?:sie|dich) .{0,40}|meistgelesen(?:e artikel)?|meist gelesen|weiterlesen|lesetipps?|lesen sie (?:auch|hier|mehr)|auch interessant|mehr dazu|mehr lesen|unsere (?:empfehlung(?:en)?|leseempfehlung(?:en)?)|leserempfehlungen|themen(?: des artikels)?|schlagworte|themenseiten',
      'lees (?:ook|meer|verder)(?: .{0,40})?|meer (?:over|nieuws|uit|lezen)(?: .{0,40})?|gerelateerd(?:e .{2,30})?|meest gelezen|aanbevolen|bekijk ook|ook interessant',
      // it
      'leggi anche|(?:potrebbe|potrebbero) interessarti(?: anche)?|articoli correlati|notizie correlate|correlati|per approfondire|approfondimenti|pi[uù] letti|ti (?:potrebbe|potrebbero) .{2,40}|ultime notizie|leggi di pi[uù]|vedi anche|guarda anche',
      // pl, tr, id, ru, uk, cs, sv, da, no, fi, hu, ro, el
      '(?:czytaj|zobacz|przeczytaj|sprawd[zź]) (?:te[zż]|tak[zż]e|r[oó]wnie[zż]|wi[eę]cej)|powi[aą]zane(?: .{2,30})?|polecane|polecamy|najcz[eę][sś]ciej czytane|podobne artyku[lł]y',
      'ilgili (?:haberler|konular|yaz[iı]lar)|[oö]nerilen(?: haberler)?|[cç]ok okunanlar|bunlar da ilginizi [cç]ekebilir|sonraki haber|di[gğ]er haberler',
      'baca juga|lihat juga|berita (?:terkait|lainnya|terkini|terpopuler)|artikel (?:terkait|lainnya)|terkait|terpopuler|rekomendasi(?: untuk anda)?|simak juga|pilihan editor',
      '(?:читайте|смотрите|слушайте) (?:также|ещ[её]|на эту тему|по теме)(?: .{0,30})?|по теме|материалы по теме|похожие (?:новости|статьи|материалы)|другие новости|ещ[её] по теме|популярное|рекомендуем|сам(?:ое|ые) (?:читаем|важн|интересн|популярн|обсуждаем)\\S+(?: .{2,30})?|(?:читайте|дивіться) також|пов.язані теми|новини за темою',
      'l[aä]s (?:ocks[aå]|mer|vidare)(?: .{0,30})?|mer om .{2,40}|l[aæ]s ogs[aå]|les ogs[aå]|mere om .{2,40}|relaterte? .{0,30}|lue my[oö]s|olvasta m[aá]r\\?|kapcsol[oó]d[oó] .{2,30}|cite[sș]te [sș]i|cite[sș]te mai .{2,20}|διαβ[αά]στε (?:ακ[οό]μη|επ[ιί]σης)|[cč]t[eě]te tak[eé]|souvisej[ií]c[ií] .{2,30}',
      // ar, fa, he, hi, ur, bn
      '(?:اقرأ|إقرأ|اقرئي|شاهد|طالع) (?:أيضا|أيضًا|أيضاً|ايضا|المزيد|كذلك)|(?:مواضيع|أخبار|مقالات|موضوعات|اخبار) (?:ذات صلة|مرتبطة|متعلقة|مشابهة)|ذات صلة|الأكثر (?:قراءة|مشاهدة|شيوعا)|قد يعجبك أيضا|المزيد(?: من .{2,30})?|(?:خبرهای|اخبار|مطالب) مرتبط|بیشتر بخوانید|קראו (?:גם|עוד)|עוד בנושא|כתבות נוספות',
      '(?:यह|ये|इसे)(?: खबर)? भी (?:पढ़ें|पढ़ें|देखें|पढ़े).{0,20}|संबंधित (?:खबरें|ख़बरें|समाचार|लेख)|और (?:पढ़ें|पढ़ें|खबरें|देखें).{0,20}|ट्रेंडिंग|आरो पड़ुन|আরও পড়ুন|সম্পর্কিত খবর|یہ بھی پڑھیں',
      // zh, ja, ko, th, vi
      '(?:相关|相關|推荐|推薦|延伸|热门|熱門|更多|最新|猜你|编辑|編輯|其他)(?:阅读|閱讀|新闻|新聞|文章|报道|報導|链接|連結|内容|內容|推荐|推薦|喜欢|话题|話題|标签|资讯|消息)*|(?:関連|あわせて読みたい|おすすめ|人気|注目|新着|最新|その他の)(?:記事|ニュース|リンク|キーワード|トピックス?|の記事|ワード|タグ|コンテンツ|情報)*|(?:こちらも|この記事を読んだ人).{0,20}|アクセスランキング|ランキング|関連する.{0,10}|(?:관련|추천|인기|많이 본|주요|최신) ?(?:기사|뉴스|글|콘텐츠|키워드)|이 기사와 함께.{0,20}|ข่าวที่เกี่ยวข้อง|อ่านเพิ่มเติม|(?:tin|bài) (?:liên quan|cùng chuyên mục|mới nhất)|xem thêm|đọc thêm|có thể bạn quan tâm',
    ].join('|'),
  ),
  whole(
    'comments-heading',
    'leave (?:a|us a|your) (?:reply|comment|response)|(?:\\d+ )?(?:comments?|responses?|replies|thoughts on .+|reader comments)(?: ?\\(?\\d*\\)?)?|post (?:a )?comment|join the (?:conversation|discussion)|add (?:a )?comment|comments are closed|what do you think.{0,20}|have your say|recent comments|view comments|show comments|conversation|discussion|(?:\\d+ )?kommentare?(?: \\d+)?|(?:schreiben sie|schreibe) (?:einen|ihren) kommentar|diskussion|laisser un commentaire|(?:\\d+ )?commentaires?|(?:deja|dejar|escribe) (?:un|una|tu) (?:comentario|respuesta)|(?:\\d+ )?comentarios?|deixe (?:um coment[aá]rio|uma resposta|seu coment[aá]rio)|coment[aá]rios?|lascia un commento|commenti|geef een reactie|reacties|yorum(?:lar| yap)?|bir (?:yan[iı]t|cevap) yaz[iı]n|komentarze|dodaj komentarz|komentar|tinggalkan balasan|комментари[ий]|(?:добавить|оставить) (?:комментарий|отзыв|мнение)|оставить комментарий|اترك (?:تعليقا|ردا|تعليقاً|رد)|التعليقات|تعليقات|टिप्पणी|コメント(?:を(?:残す|書く))?|发表评论|評論|评论|网友评论|댓글',
  ),
  whole(
    'newsletter-heading',
    '(?:sign up|subscribe|register|join)(?: (?:for|to|now|today|here))?(?: .{0,80})?|(?:.{0,30} )?newsletters?(?: .{0,30})?|get (?:the|our|your) .{2,60}(?:inbox|newsletter|email|app|updates)|stay (?:informed|connected|up to date|in the know|in touch)(?: .{0,40})?|never miss .{2,40}|(?:suscr[ií]bete|suscribirse)(?: .{0,60})?|(?:inscreva-se|assine|cadastre-se)(?: .{0,60})?|(?:inscrivez|abonnez)-vous(?: .{0,60})?|newsletter abonnieren|(?:jetzt )?abonnieren(?: .{0,40})?|iscriviti(?: .{0,60})?|schrijf (?:je|u) in(?: .{0,50})?|подпис(?:ывайтесь|аться|ка)(?: .{0,60})?|(?:اشترك|تابعنا)(?: .{0,50})?|(?:关注我们|订阅|訂閱|メールマガジン).{0,20}|support (?:our|us|independent).{0,60}|(?:become a|already a) (?:member|subscriber).{0,30}',
  ),
  whole(
    'share-heading',
    'share(?: (?:this|on|via|the|now|with|article|story|post|your)(?: .{0,50})?)?|follow (?:us|me|.{2,40})(?: on .{0,40})?|(?:comparte|compartir|compartilhe|compartilhar|partager|partagez|condividi|teilen|delen|udost[eę]pnij|payla[sş]|bagikan|поделиться|поделитесь|شارك|مشاركة|शेयर करें|分享|シェア(?:する)?|공유)(?: .{0,40})?|artikel teilen|like this|tell a friend|print this|email this',
  ),
  whole(
    'author-heading',
    'about (?:the |our )?(?:authors?|writers?|reporter|contributors?)|(?:the )?(?:author|authors)|about .{2,40} staff|contact (?:the )?(?:author|reporter|us|me)|meet the author|[uü]ber (?:den|die) (?:autor(?:in|en)?|verfasser(?:in)?)|(?:zum|zur) autor(?:in)?|sobre (?:el|la|o|a|os) autora?e?s?|[aà] propos de l.auteure?|l.autore|over de auteur|об авторе|yazar hakk[iı]nda|tentang penulis|نبذة عن (?:الكاتب|المؤلف)|关于作者|作者简介|この記事を書いた人|著者(?:プロフィール|について)?|プロフィール',
  ),
  whole(
    'tags-heading',
    '(?:tags?|topics?|filed (?:under|in)|categories|category|keywords?|posted in|tagged(?: (?:as|in|with))?|etiquetas|temas|palabras clave|mots[- ]cl[eé]s|th[eè]mes|schlagw[oö]rter|stichworte|themen|argomenti|onderwerpen|trefwoorden|tagi|etiketler|теги|тэги|الوسوم|الكلمات الدلالية|الكلمات المفتاحية|टैग|标签|標籤|關鍵字|关键词|タグ|キーワード|태그)(?: ?:.{0,60})?',
  ),
  whole(
    'furniture-heading',
    '(?:our )?(?:standards|ethics policy|editorial (?:standards|guidelines)|privacy policy|terms of (?:use|service)|corrections|contact(?: us)?|site map|sitemap|footer|navigation|menu|main menu|search|sections|company|legal|products|help|download (?:the|our) .{2,40}|get the app|our apps?|sponsored|quick links|useful links|follow us|connect with us|site index|about us|manage (?:consent|cookie) preferences|cookie (?:list|settings|preferences|policy)|skip to (?:main )?content|impressum|datenschutz|mentions l[eé]gales|aviso legal)',
  ),
]
