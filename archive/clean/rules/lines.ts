import type { PatternRule } from './rule.ts'

/** Opens like this, whatever follows; for paragraphs of at most a few lines. */
function opens(name: string, words: string): PatternRule {
  return { name, pattern: new RegExp(`^(?:${words})`, 'iu') }
}

/** Is this and nothing else. */
function whole(name: string, words: string): PatternRule {
  return { name, pattern: new RegExp(`^(?:${words})[\\s.!:…»›→>|]*$`, 'iu') }
}

/** Stands anywhere in the paragraph. */
function holds(name: string, words: string): PatternRule {
  return { name, pattern: new RegExp(words, 'iu') }
}

/** Lines that are furniture wherever they stand. Only paragraphs, items and headings below `MAX_LINE_CHARS` are asked. */
export const FURNITURE_LINES: readonly PatternRule[] = [
  { name: 'stray-markup', pattern: /^<(?:img|iframe|script|div|ins|a|p|style|span)\b[^]*>$/i },
  opens(
    'read-more-line',
    [
      '(?:(?:also|must|please) )?(?:read|see|watch|related|listen|view)(?: (?:also|more|next|this|now|related|here))?\\s?(?:[:|»›→]|[-–—] )',
      'related(?: (?:stor(?:y|ies)|articles?|coverage|links?|news|posts?|reading|content|video))?\\s?(?:[:|»›→]|[-–—] )',
      '(?:read|see|learn|find|watch) more (?:about|on|from|here|at|stories|of) (?=.{2,150}$)',
      '(?:more|see also|recommended|up next|read next|also|don.t miss|watch|trending|click here|also on .{2,30}|more (?:from|on|news|stories|coverage|reading)(?: .{2,40})?)\\s?(?::|»|›|→|\\|)',
      'click (?:here|the link|below) (?:to|for) (?:read|get|sign|see|join|view|subscribe|follow|download|the|more)',
      '(?:lee|lea|leer|ver|vea|mira|le puede interesar|puede (?:leer|interesar)|te puede interesar|tambi[eé]n)(?: (?:tambi[eé]n|m[aá]s|adem[aá]s))?\\s?:',
      '(?:leia|veja|saiba|confira|ou[cç]a|assista)(?: (?:tamb[eé]m|mais|ainda))?(?: .{0,20})?\\s?:',
      '(?:[aà] )?(?:lire|voir|[eé]couter|d[eé]couvrir)(?: (?:aussi|[eé]galement|plus))?\\s?[:|»›→]',
      '(?:lesen sie|lies|siehe|mehr|sehen sie|mehr zum thema|lesen sie dazu|dazu|zum thema)(?: (?:auch|mehr|dazu|hier|hierzu))*\\s?[:|»›→]',
      'lesen sie (?:auch|dazu|hier|mehr)(?=.{2,150}$)',
      '(?:lees|bekijk)(?: (?:ook|meer|verder))?\\s?[:|»›→]|lees ook ',
      '(?:leggi|guarda|vedi)(?: (?:anche|di pi[uù]))?\\s?[:|»›→-]|leggi anche ',
      '(?:czytaj|zobacz|przeczytaj|sprawd[zź])(?: (?:te[zż]|tak[zż]e|r[oó]wnie[zż]|wi[eę]cej))?\\s?[:|»›→]',
      '(?:baca|lihat|simak)(?: (?:juga|pula|selengkapnya))\\s?[:|»›→-]?',
      '(?:читайте|смотрите|слушайте|читай|см\\.?)(?: (?:также|ещ[её]|на эту тему|по теме|подробнее))\\s?[:|»›→—-]?',
      '(?:اقرأ|إقرأ|شاهد|طالع|اقرئي) (?:أيضا|أيضًا|أيضاً|ايضا|المزيد)',
      '(?:यह|ये|इसे)(?: खबर)? भी (?:पढ़ें|पढ़ें|पढ़े|देखें)',
      '(?:ilgili haber|[oö]nerilen haber|bunu da oku)',
      '(?:【?(?:关联|関連|関連記事|相关|相關|延伸閱讀|延伸阅读|推荐阅读|更多新闻|あわせて読みたい)】?)\\s?[：:|】■]',
      '(?:\\[|【|▶|►|■|☞|>>)\\s*(?:関連|관련|相关|延伸|related|read)',
    ].join('|'),
  ),
  whole(
    'read-more-line',
    'read (?:more|the (?:full|original|complete) (?:story|article|post|report)|full (?:story|article)|next|on|later)(?: here| at .{2,40}| on .{2,40})?|(?:continue|keep) reading(?: below| .{0,60})?|(?:story|article) continues(?: below.{0,40}| after .{0,30})?|show (?:more|less|all|full .{0,20})|view (?:more|all|gallery|comments|full .{0,30})|see (?:more|all)(?: .{0,30})?|load more(?: .{0,20})?|learn more|more|weiterlesen|mehr (?:lesen|erfahren|anzeigen)|lire (?:la suite|plus)|voir plus|leer m[aá]s|ver m[aá]s|seguir leyendo|leia mais|ver mais|saiba mais|leggi (?:tutto|di pi[uù])|continua a leggere|lees (?:meer|verder)|читать (?:далее|полностью|дал[ее]+|дальше)|подробнее|devam[iı]n[iı] oku|selengkapnya|czytaj dalej|اقرأ المزيد|المزيد|और पढ़ें|続きを読む|もっと見る|查看更多|阅读全文|展开全文|더보기|xem thêm',
  ),
  whole(
    'share-line',
    '(?:watch now|watch live|watch|click to unmute|unmute|listen now|play video|read in app|open in app|placeholder image-?\\d*|share|save|print|email|e-mail|tweet|pin(?: it)?|bookmark|copy(?: link)?|link copied|copied|reddit|linkedin|facebook|twitter|x|whatsapp|telegram|messenger|pinterest|flipboard|tumblr|pocket|instagram|tiktok|youtube|threads|bluesky|mastodon|line|vk|viber|weibo|email(?: this)?|gift(?: this)? article|share (?:this|on|via|full|article|options?|link|it).{0,40}|listen|listen to (?:this )?article.{0,20}|text size|font size|a\\+? ?a-?|resize|close|menu|search|play|pause|mute|unmute|fullscreen|loading|follow|following|like|likes?|reply|report|subscribe|donate|comments?|post|more|\\d+ (?:shares?|comments?|likes?|views?|retweets?|min(?:ute)?s? (?:read|ago))|teilen|merken|drucken|vorlesen|partager|imprimer|enregistrer|r[eé]agir|commenter|compartir|guardar|imprimir|compartilhar|condividi|stampa|delen|udost[eę]pnij|payla[sş]|bagikan|поделиться|печать|شارك|مشاركة|طباعة|分享|收藏|打印|シェア|ツイート|ポスト|印刷|保存|はてな(?:ブックマーク)?|공유|인쇄|스크랩|facebook messenger|via|url|google \\+|google\\+|vkontakte|odnoklassniki|copy url|google news|google preferred)(?:[\\s,|/·•&-]+(?:share|save|print|email|e-mail|tweet|pin|facebook|twitter|x|whatsapp|telegram|messenger|pinterest|linkedin|reddit|flipboard|copy link|link|instagram|comments?|on|by|via|this|article|more|line|はてなブックマーク|シェア|ポスト|drucken|teilen|\\d+))*',
  ),
  opens(
    'share-line',
    'share (?:this|on|via) (?:article|story|post|page|with|facebook|twitter|x\\b|whatsapp|your)|click to (?:share|email|print|tweet)|(?:follow|like|find|join|add|connect with) (?:us|our|me|him|her|them|@\\w+|.{2,40}) (?:on|at|via|in) (?:facebook|twitter|x\\b|instagram|telegram|whatsapp|youtube|google|tiktok|linkedin|social|threads|bluesky|flipboard)|(?:follow|like) us\\b|you can (?:also )?(?:follow|find|reach|contact|email) .{2,60}(?:twitter|facebook|@|instagram|email|linkedin)|(?:s[ií]guenos|siga-nos|suivez-nous|folge(?:n sie)? uns|seguici|volg ons|bizi takip|ikuti (?:kami|berita)|подписывайтесь|подпишитесь|следите за|تابعوا|تابعنا|हमें .{0,30}फॉलो|हमारे (?:whatsapp|व्हाट्सएप)|obserwuj nas)',
  ),
  opens(
    'newsletter-line',
    '(?:sign up|subscribe|register) (?:for|to|now|today|here)\\b(?=.{0,200}$)|(?:get|receive) (?:the|our|all|more|daily|breaking|top|latest|your|this) .{2,120}(?:inbox|newsletter|by email|e-mail|email alerts?|delivered|straight to|to your phone)|(?:want|looking for) (?:more|to|the|great|our) .{2,120}(?:newsletter|sign up|subscribe|inbox)|(?:this (?:story|article) (?:first|originally) appeared in .{2,60}newsletter)|by (?:signing up|subscribing|submitting|clicking|providing|entering|registering),? (?:you|i|your)|you (?:can|may) (?:unsubscribe|opt out)|(?:please )?(?:enter|provide|check) (?:a valid|your) (?:email|e-mail|inbox)|(?:email|e-mail) address|thank(?:s| you) for (?:signing|subscribing|reading|your (?:registration|subscription))|your (?:subscription|email|registration) (?:has|is|was|could)|(?:get|download) (?:the|our) (?:free )?(?:.{2,30} )?app|stay (?:up[- ]to[- ]date|informed|connected|ahead|on top)(?=.{0,150}$)|[[(]?want great stories delivered',
  ),
  holds(
    'newsletter-line',
    '(?:sign up|subscribe) (?:for|to) (?:our|the|my|.{2,40}) (?:.{0,40})newsletters?|newsletter (?:sign|abonnieren|subscription)|(?:delivered|sent|straight|right|direct(?:ly)?) (?:straight |directly |right )?(?:in)?to your (?:email )?inbox|(?:suscr[ií]bete|inscreva-se|assine|inscrivez-vous|abonnez-vous|abonnieren sie|iscriviti|schrijf je in|zapisz si[eę]|подпишитесь) .{0,60}newsletter|(?:join|subscribe to|follow) (?:our|the|my) (?:whatsapp|telegram|youtube|instagram) (?:channel|group|community)',
  ),
  opens(
    'comments-line',
    'your email address will not be (?:published|shared)|required fields are marked|leave a (?:reply|comment|response)|(?:you must be|log in|please log in|sign in|you need to|login) .{0,30}(?:post|leave|to comment|to join|to reply|comment)|comments? (?:are|is|on this|have been|were) (?:closed|off|disabled|moderated|story|article|now)|be the first to (?:comment|know|leave)|save my name,? email|notify me (?:of|when)|\\d+ (?:comments?|replies|responses)$|this site uses akismet|learn how your comment|cancel reply|(?:post|add|view|show|hide|read|write|see) (?:a |your |all |the )?(?:\\d+ )?comments?(?: \\(\\+?\\d*\\))?$|(?:join|start|continue) the (?:conversation|discussion)|have (?:a|an) (?:tip|story|opinion|comment|news tip)\\b|do you have (?:a|an|any|information|news|more|questions?)\\b.{0,120}(?:tip|story|contact|email|know|e-mail|share)|we (?:want|would like|.d love) to hear from you|send (?:us|your|tips|in|story|letters) .{2,80}|aten[cç][aã]o: coment[aá]rios|tu direcci[oó]n de correo electr[oó]nico no ser[aá]|los campos obligatorios|o seu endere[cç]o de e-?mail n[aã]o ser[aá]|campos obrigat[oó]rios|votre adresse (?:e-mail|de messagerie) ne sera pas|les champs obligatoires|deine e-mail-adresse wird nicht|erforderliche felder sind|il tuo indirizzo email non sar[aà]|i campi obbligatori|je e-mailadres wordt niet|verplichte velden|tw[oó]j adres e-?mail nie|wymagane pola|e-posta (?:adresiniz|hesab[iı]n[iı]z) yay[iı]|gerekli alanlar|alamat email anda tidak|ruas yang wajib|ваш (?:адрес )?e-?mail не будет|обязательные поля|لن يتم نشر عنوان|الحقول الإلزامية|आपका ईमेल पता|メールアドレスが公開されることは|が付いている欄は必須|您的(?:电子)?(?:邮箱|電子郵件|电子邮箱)地址|必填项已|이메일 주소는 공개되지',
  ),
  whole(
    'back-to-top',
    'back to (?:top|the top|homepage|home|article|news|all|main|stories|list)|(?:return|go|scroll|jump|skip) (?:back )?to (?:the )?(?:top|main content|content|homepage|home ?page|main|navigation|article|search|footer)(?: .{0,20})?|skip (?:to|past|advertisement|ad|links?)(?: .{0,30})?|top|zum seitenanfang|nach oben|zur[uü]ck(?: zur startseite| nach oben)?|retour en haut|haut de page|volver (?:arriba|al inicio)|voltar ao topo|torna (?:su|all.inizio)|terug naar boven|наверх|вверх|ke atas|do g[oó]ry|yukar[iı]|العودة إلى الأعلى|返回顶部|ページトップへ?|トップへ戻る|맨 위로',
  ),
  opens(
    'appeared-first',
    'the post .{2,300} (?:appeared|was) first (?:on|published)|the (?:post|article) .{2,300} appeared first|(?:l.article|la entrada|el art[ií]culo|o post|der beitrag|l.articolo|het bericht|artyku[lł]|запись|сообщение) .{2,300} (?:est apparu en premier|apareci[oó] primero|apareceu primeiro|erschien zuerst|proviene da|verscheen eerst|pojawi[lł] si[eę] (?:najpierw|po raz)|впервые появи)',
  ),
  whole(
    'advertisement',
    '(?:advertisement|advertising|advertisment|ad|ads|ad feedback|sponsored(?: content| by .{2,40})?|promoted|paid (?:post|content|for by .{2,40})|article continues (?:below|after) (?:this |the )?(?:ad|advertisement)|(?:story|content) continues (?:below|after) .{0,30}|scroll (?:down )?to continue(?: .{0,40})?|continue reading below.{0,30}|skip advertisement|anzeige|werbung|publicit[eé]|pub|publicidad|anuncio|publicidade|pubblicit[aà]|advertentie|reklama?|реклама|iklan|إعلان|اعلان|विज्ञापन|广告|廣告|広告|スポンサーリンク|광고|sponsorizzato|affiliate links?|partner content|recommended videos?|latest videos?|related videos?|featured video|video player is loading|start the day .{0,60}|advertisement[- ]*(?:scroll|continue).{0,40})',
  ),
  opens(
    'advertisement',
    'scroll (?:down )?(?:to|for) (?:continue|more)|advertisement\\b.{0,60}$|this (?:ad|video) (?:will|could)',
  ),
  whole(
    'app-promo',
    '(?:download|get|open|install|available on|continue|read) (?:on|in|the|our|it on|this in)?\\s?.{0,40}\\b(?:app|app store|google play|apk|play store)|get it on google play|(?:google play|app store|download on the app store)',
  ),
  opens(
    'subscribe-promo',
    '(?:already|not|are you|become) (?:a|an) (?:subscriber|member|supporter|patron|insider)|(?:subscribe|log ?in|sign in|register|create (?:a|an) (?:free )?account|start your (?:free )?(?:trial|subscription)) (?:now|to (?:continue|read|access|unlock|keep|get)|for (?:full|unlimited|free))|(?:this|the) (?:article|content|story|post) is (?:exclusive|only|reserved|available|free|for) (?:to|for|available|exclusively)?.{0,60}(?:subscribers?|members?|registered)|(?:support|fund|help) (?:our|us|independent|quality|local|the) .{0,40}journalism|(?:your|every) (?:contribution|donation|support|gift)|(?:please )?(?:consider|make) (?:a |making a |becoming a )?(?:donation|donating|contribution|supporting)|if you (?:enjoy|appreciate|value|like|found|liked)(?:ed)? (?:this|our|the|reading).{0,120}(?:donat|support|subscrib|shar|newsletter|member|follow)|(?:to|for) (?:read|access|unlock|more|continue) .{0,60}(?:subscribe|sign up|register|log in)|de artikel is exclusief|(?:dieser|der) (?:artikel|inhalt) ist .{0,30}(?:abonnenten|kostenpflichtig)|sie haben bereits|jetzt (?:registrieren|anmelden|testen|abonnieren|lesen)|(?:この記事は|会員|無料会員|有料会員|購読).{0,30}(?:会員限定|登録|ログイン|できます|限定)|cet article est r[eé]serv[eé]|article r[eé]serv[eé]|il vous reste .{2,10} de cet article|la suite est r[eé]serv[eé]e|this content is reserved|(?:please )?(?:sign|log) in or (?:create|register)|create your free account|get access to|join (?:our|the) .{2,60}(?:forums?|community|group|channel)|waiting for your permission|(?:an dieser stelle|empfohlener redaktioneller inhalt|externen inhalt|ich bin damit einverstanden|mit dem (?:laden|klick)|wir ben[oö]tigen (?:ihre|deine) (?:zustimmung|einwilligung))|please use (?:chrome|a modern|another) browser|(?:this|your) browser (?:does|is) not|(?:please )?enable javascript|javascript (?:is|must)|enjoy the latest|unlimited (?:online )?access|d[eé]j[aà] abonn[eé]|contenido exclusivo',
  ),
  holds(
    'affiliate-note',
    '(?:if you|when you) (?:purchase|buy|click|shop|register|sign up|make a purchase|order)\\b.{0,120}(?:commission|compensation|make money|earn|share of|paid)|(?:may|might|can|will) (?:earn|receive|get|make|collect) (?:an? |some |a small |us )?(?:.{0,30})(?:commission|compensation|share of (?:the )?(?:revenue|sales)|money (?:from|when|if)|affiliate)|(?:products?|items?|deals?|picks?|recommendations?) .{0,60}(?:independently|editorially) (?:chosen|selected|reviewed|independent)|editorially independent|affiliate[- ](?:links?|partner|hinweis|provision)|^(?:we|this (?:article|post|page|story|site)|our (?:site|team)|the products|when you|if you|as an amazon) (?:may|might|could|contains?|includes?|earn|get|buy|purchase|click|independently|use|will).{0,200}(?:commissions?|affiliate|revenue|paid links|qualifying purchases)|all (?:products|items) .{0,40}(?:independently|selected)|liens? (?:d.)?affili|enlaces? de afiliad|links? de afiliados',
  ),
  whole(
    'copyright-line',
    '(?:copyright|©|\\(c\\)).{0,200}|.{0,60}all rights reserved.{0,150}|.{0,40}alle rechte vorbehalten.{0,60}|.{0,60}(?:tous|todos os|todos los|tutti i) (?:droits|direitos|derechos|diritti) (?:r[eé]serv|reserv|riserv).{0,60}|.{0,40}(?:無断転載|禁无断转载|未经授权|版权所有|転載禁止|무단 ?전재).{0,80}|.{0,60}все права защищены.{0,80}',
  ),
  opens(
    'copyright-line',
    '(?:copyright|©)\\s|this material may not be published|this (?:document|article|story|content|text|work) is (?:subject to copyright|protected by copyright|published under|republished (?:here|from|under|with)|licensed under)|citation: .{10,200} retrieved|(?:this|the) (?:story|article|post|piece|essay|column) (?:was |is |has been )?(?:first |originally )?(?:(?:appeared|published|posted|printed|produced|republished|adapted|syndicated)(?: (?:in|on|by|at|from|here|with))?)\\b|(?:the )?(?:associated press|ap|reuters|afp) .{0,40}all rights reserved|no part of this|(?:disclaimer|legal disclaimer)\\s?:|reprinted with permission|republish(?:ed)? (?:this|our|under|with)|our standards: the thomson reuters|purchase licensing rights|licensing rights',
  ),
  whole(
    'meta-line',
    '(?:(?:last )?(?:updated|published|posted|modified|created|first published|aktualisiert|veröffentlicht|stand|publi[eé]|mis [aà] jour|modifi[eé]|actualizado|publicado|atualizado|aggiornato|pubblicato|gepubliceerd|bijgewerkt|opublikowano|aktualizacja|güncelleme|yayınlanma|diterbitkan|опубликовано|обновлено|تاريخ النشر|آخر تحديث|公開|更新|発表|发布|发布时间|更新時間|入力|수정)\\b.{0,60})|\\d+ ?(?:min(?:ute)?s?|minuten|minutos|minuti)[. ]*(?:read|to read|lesezeit|de lectura|de lecture|di lettura|de leitura|leestijd)?|(?:reading time|lesezeit|temps de lecture|tiempo de lectura|tempo de leitura|estimated read).{0,30}|\\d+ ?(?:hours?|hrs?|days?|weeks?|months?|minutes?|mins?|seconds?|years?|[hdmwy]) ago|(?:today|yesterday|just now)|views?:? ?[\\d.,]+k?|[\\d.,]+k? views?|\\d+ of \\d+|\\d+ ?/ ?\\d+|ad|new|live|live updates?|exclusive|opinion|analysis|breaking|breaking news|premium|video|photos?|gallery|podcast',
  ),
  whole(
    'contact-line',
    '(?:e-?mail|contact|tweet|twitter|phone|tel)?:? ?(?:[\\w.+-]+@[\\w-]+\\.[\\w.]+|@\\w{2,30})',
  ),
]

/** Furniture only at the edges of the story, before its first or after its last real paragraph. */
export const EDGE_LINES: readonly PatternRule[] = [
  opens(
    'author-line',
    '(?:about the (?:author|writer)|[—–-]?\\s?[—–-]?\\s?(?:written|reporting|reported|edited|editing|compiled|additional reporting|writing|story|text|words|translated|produced) by\\b|(?:reporting|writing|editing|additional reporting) (?:by|from)|with (?:files|reporting|inputs|additional reporting|material|information) from|contact (?:the )?(?:author|reporter|writer|.{2,30}) at|(?:e-?mail|reach|contact|write to) (?:the (?:author|writer|reporter)|him|her|them|us|me|[\\p{Lu}][\\p{L}]+ [\\p{Lu}][\\p{L}]+)\\b.{0,60}(?:@|at |on twitter)|(?:follow|tweet) (?:him|her|them|[\\p{Lu}][\\p{L}]+).{0,40}(?:@|on (?:twitter|x|instagram)))',
  ),
  holds(
    'author-line',
    '(?:contributed (?:to|reporting)|assisted with|helped with) (?:this|to this|the) (?:report|story|article|post|piece|reporting|guide)|can be (?:reached|contacted|followed|emailed|found) (?:at|on|via|by)\\b.{0,80}(?:@|\\d{3}|twitter|email|facebook)|contributed reporting',
  ),
  opens(
    'tags-line',
    '(?:tags?|topics?|filed (?:under|in)|categor(?:y|ies)|keywords?|posted in|tagged|in this (?:story|article)|etiquetas|temas|palabras clave|mots[- ]cl[eé]s|th[eè]mes|schlagw[oö]rter|stichworte|themen|argomenti|onderwerpen|trefwoorden|tagi|etiketler|теги|тэги|الوسوم|الكلمات (?:الدلالية|المفتاحية)|टैग|标签|標籤|關鍵字|关键词|タグ|キーワード|태그)\\s?[:：#]',
  ),
  opens(
    'byline',
    '(?:by|von|par|por|di|door|texte?|text|autor(?:in)?|auteur|author|автор|текст|yazan|penulis|editor|reporter|byline|di redazione|redaktion|بقلم|كتب(?:ت)?|लेखक|द्वारा|文[:：/]|記者|记者|作者|責任編輯|编辑|编輯)\\b[ :：].{2,80}$',
  ),
]

/** Longest paragraph these lists are asked about, in UTF-16 units. */
export const MAX_LINE_CHARS = 400
