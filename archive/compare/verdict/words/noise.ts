/**
 * Lines that stand around a story and change without it, whole, in normalised lower case with plain digits. Longer
 * than what `content-hash/1` leaves out: the hash must never miss a change of the story, a verdict may fold one
 * that is shown one click away.
 */
const NUMBER = String.raw`[~+]?\d[\d.,' ]*(?: ?(?:k|m|b|mil|mill?\.?|millones|tsd\.?|mio\.?|mn|тыс\.?|млн|万|만|ألف|مليون|हजार|लाख))?\+?`
const COUNTED =
  'views?|page views|reads?|readers?|comments?|shares?|likes?|reactions?|retweets?|reposts?|replies|votes?|followers?|subscribers?|posts?|new posts?|updates?|new updates?|watching(?: now)?|online|bookmarks?|people (?:reacted|liked this|shared this|commented|read this)|' +
  'visitas?|vistas?|visualizaciones|lecturas?|lectores|comentarios?|compartidos?|veces compartido|me gusta|reacciones|seguidores|votos?|publicaciones|' +
  "vues?|lectures?|lecteurs?|commentaires?|partages?|réactions?|abonnés?|j['’]aime|votes?|" +
  'aufrufe?|zugriffe?|leser|kommentare?|mal geteilt|geteilt|reaktionen|gefällt mir|beiträge|teilungen|abonnenten|' +
  'visualizações|visualização|acessos|leituras?|comentários?|compartilhamentos?|partilhas?|curtidas?|gostos?|reações|seguidores|' +
  'visualizzazioni|letture|commenti|condivisioni|mi piace|' +
  'просмотр\\S*|комментари\\S*|лайк\\S*|репост\\S*|прочтени\\S*|' +
  'مشاهدة|مشاهدات|قراءة|قراءات|تعليقا?|تعليقات|مشاركة|مشاركات|إعجابا?|إعجابات|متابعا?|متابعين|زيارة|زيارات|' +
  'बार देखा गया|बार पढ़ा गया|व्यूज|टिप्पणियां|टिप्पणी|शेयर|लाइक|次阅读|阅读|次浏览|浏览|评论|条评论|点赞|次播放|转发|閲覧|コメント|件のコメント|いいね|조회|댓글|공감'
const SPAN =
  '(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|segundos?|minutos?|horas?|días?|dias?|semanas?|mes|meses|mês|años?|anos?|secondes?|heures?|jours?|semaines?|mois|ans?|sekunden?|minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?|[smhdj]|min\\.?|std\\.?)'
const HOW_MANY =
  '(?:(?:about|over|almost|environ|unos?|unas?|cerca de|etwa|rund) )?(?:\\d+|an?|una?|une?|um|uma|einer?|einem)'
const AR_SPAN =
  '(?:ثانية|ثوان|ثواني|دقيقة|دقائق|دقيقتين|ساعة|ساعات|ساعتين|يوم|يوما|أيام|يومين|أسبوع|أسبوعين|أسابيع|شهر|شهرين|أشهر)'
const CLOCK =
  '\\d{1,2}(?:[:.h]\\d{2})?(?:[:.]\\d{2})?(?: ?[ap]\\.?m\\.?)?(?: ?(?:uhr|h|hrs?|gmt|utc|cet|bst|est|edt|et))?'
const DAY = '[\\p{L}\\d.,/ -]{0,40}'
const UPDATED =
  '(?:last |first )?(?:updated?|modified|posted|published)(?: on| at)?|(?:última )?(?:actualizaci[óo]n|actualizad[oa]|modificaci[óo]n)(?: el| a las)?|publicad[oa](?: el| a las)?|' +
  '(?:dernière )?mise? à jour(?: le| à)?|actualisée?(?: le| à)?|modifiée? (?:le|à)|publiée?(?: le| à)?|(?:zuletzt |letzte )?(?:aktualisiert|aktualisierung|geändert|stand|update)(?: am| um)?|veröffentlicht(?: am)?|' +
  '(?:última )?(?:atualiza[çc][ãa]o|atualizad[oa])(?: em| às)?|ultimo aggiornamento|aggiornato(?: alle| il)?|обновлено|(?:آخر|اخر) تحديث|تم التحديث|حُ?دِّ?ث|نشر(?: في)?|تم النشر|更新于|更新時間|最后更新|अपडेट(?:ेड)?|अंतिम अपडेट'

/** Counters, times since, times of the last update, reading times. Also several of them, with marks between. */
export const COUNTER_LINES: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:live|en directo|en vivo|en direct|ao vivo|مباشر|diretta)[:·-]? )?(?:${NUMBER}) ?-?(?:${COUNTED})$`,
    'u',
  ),
  new RegExp(`^(?:${COUNTED})(?: (?:so far|now))?:? ?\\(?${NUMBER}\\)?$`, 'u'),
  new RegExp(
    `^(?:(?:shared|read|viewed|compartid[oa]|le[íi]d[oa]|vist[oa]|partagée?|lue?|vue?|compartilhad[oa]|lid[oa]|تمت مشاركته|تمت قراءته|شوهد|قرئ)) ${NUMBER} (?:times|veces|fois|vezes|مرة|مرات)$`,
    'u',
  ),
  new RegExp(
    `^${NUMBER}[ -]?(?:mal geteilt|mal gelesen|people (?:are )?(?:watching|reading)(?: now| this)?|personas leyendo|personnes lisent)$`,
    'u',
  ),
  new RegExp(`^(?:(?:${UPDATED}):? ?)?${HOW_MANY} ?${SPAN} (?:ago|atrás|geleden|fa)\\.?$`, 'u'),
  new RegExp(`^(?:(?:${UPDATED}):? ?)?(?:hace|il y a|vor|há|faz) ${HOW_MANY} ?${SPAN}\\.?$`, 'u'),
  new RegExp(`^(?:(?:${UPDATED}):? ?)?(?:منذ|قبل) (?:\\d+ )?${AR_SPAN}$`, 'u'),
  new RegExp(`^(?:${UPDATED})(?::| )+${DAY}(?:[,|·-] ?)?(?:${CLOCK})?$`, 'u'),
  new RegExp(
    `^(?:just now|moments ago|yesterday|ahora mismo|à l['’]instant|gerade eben|agora mesmo|الآن|刚刚|अभी)$`,
    'u',
  ),
  new RegExp(
    `^\\d+[ -]?(?:min(?:ute)?s?\\.?|minutos?|minuten) ?(?:read|de lectura|de lecture|lesezeit|de leitura|di lettura|to read)$`,
    'u',
  ),
  new RegExp(
    `^(?:reading time|tiempo de lectura|(?:temps|durée) de lecture|lecture|lesezeit|lesedauer|tempo (?:de leitura|di lettura)|время чтения|(?:مدة|وقت|زمن) القراءة|阅读时间|पढ़ने का समय):? ?(?:\\d+ ?(?:min(?:ute)?[ns]?\\.?|minutos?|minuten?|minuti|мин\\.?|دقيقة|دقائق|分钟|मिनट)|دقيقتان|دقيقة)$`,
    'u',
  ),
]

/** Labels of boxes with other stories: alone on a line, or in front of what they name. */
export const RELATED_LABELS =
  "popular(?: now)?|most (?:read|popular|viewed|shared|watched|commented)|trending(?: now)?|related(?: (?:articles?|stor(?:y|ies)|topics?|content|coverage|news|links))?|read (?:more|next|also)|see also|also read|more on this(?: story| topic)?|more (?:like this|from .{2,30}|stories)|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you)?|top stories|latest news|don['’]t miss|editor['’]s picks|what to read next|up next|" +
  'lo más (?:leído|visto|comentado|reciente)|las más leídas|(?:también )?te puede(?: también)? interesar|(?:lea|lee|leer|ver|vea|mira) (?:también|más|además)|(?:noticias|artículos|contenidos?|temas|notas) relacionad[oa]s?|relacionad[oa]s|más noticias|más sobre .{2,40}|no te pierdas|recomendad[oa]s|últimas noticias|' +
  '(?:les )?(?:articles )?(?:les )?plus (?:lus|populaires|partagés|consultés)|(?:à )?(?:lire|voir|écouter) aussi|à lire|lire (?:également|la suite|plus)|sur le même (?:sujet|thème)|voir (?:aussi|également)|articles? (?:liés?|associés?|similaires?|recommandés?)|vous aimerez aussi|à découvrir|à ne pas manquer|nos autres articles|dans la même rubrique|' +
  'meist ?gelesen(?:e artikel)?|am meisten gelesen|das könnte (?:sie|dich) (?:auch )?interessieren|(?:lesen sie|lies) (?:auch|mehr|hier)|mehr zum thema|zum thema|auch interessant|siehe auch|weitere (?:artikel|themen|nachrichten|meldungen)|mehr (?:dazu|lesen)|ähnliche artikel|empfehlungen der redaktion|verwandte (?:artikel|themen)|top-themen|' +
  '(?:as )?mais (?:lidas|lidos|vistas|vistos|populares|recentes)|(?:leia|veja|ouça|assista) (?:também|mais)|saiba mais|(?:notícias|matérias|artigos|conteúdos?) relacionad[oa]s?|você (?:também )?pode gostar|recomendad[oa]s|últimas notícias|não perca|mais sobre .{2,40}|' +
  'i più letti|leggi anche|potrebbe interessarti|articoli correlati|' +
  'самое читаемое|читайте также|по теме|популярное|' +
  '(?:المقالات |الأخبار |المواضيع |المواد )?الأكثر (?:قراءة|مشاهدة|تداولا|رواجا)|(?:اقرأ|شاهد|تابع|طالع) (?:أيضا|المزيد|كذلك)|(?:مواضيع|أخبار|مقالات|مواد|قصص) (?:ذات صلة|متعلقة|مشابهة|مقترحة)|ذات صلة|قد (?:يعجبك|يهمك)(?: أيضا)?|اخترنا لك|نرشح لك|آخر الأخبار|المزيد (?:من|عن|حول) .{2,40}|' +
  '相关(?:新闻|阅读|文章|报道)|热门(?:文章|新闻|阅读)|延伸阅读|推荐阅读|関連記事|あわせて読みたい|यह भी पढ़ें|ये भी पढ़ें|संबंधित खबरें|सबसे ज्यादा पढ़ी गईं'

/** What a line invites to, in Romance languages. */
const INVITED =
  '(?:newsletters?|bolet[íi][mn]|infolettre|correo|e-mail|email|mail|inbox|bandeja|alert[ae]s?|avisos|noticias|notícias|suscriptor\\p{L}*|assinante|abonnés?|notificaciones|notificações|notifications|whatsapp|telegram|nos canales|nosso canal|nuestro canal|notre chaîne|cuenta|conta|compte|no te pierdas nada)'

/** Labels of advertisements, invitations to subscribe, buttons. */
export const FURNITURE_LINES: readonly RegExp[] = [
  /^(?:\[?(?:advertisements?|advert|ads?|ad feedback|sponsored(?: content| by .{2,30})?|promoted|paid (?:content|post)|story continues below(?: advertisement)?|article continues below|publicidad|anuncio|contenido patrocinado|sigue (?:leyendo )?(?:más abajo|debajo)|publicité|annonce|contenu sponsorisé|la suite après (?:la|cette) publicité|anzeige|werbung|gesponsert|publicidade|anúncio|conteúdo patrocinado|continua (?:depois|após) da publicidade|pubblicità|реклама|إعلان|إعلانات|إعلان ممول|محتوى ممول|广告|廣告|広告|विज्ञापन|광고)\]?)[:.]?$/u,
  /^(?:please )?(?:sign up|subscribe|register|join|get|receive|become|support|enter your email)(?!\p{L}).{0,80}(?:newsletters?|briefings?|inbox|alerts?|email(?: address)?|subscriber|subscription|member|journalism|updates|digest|app)(?!\p{L}).{0,40}$/u,
  new RegExp(
    `^(?:suscríbete|suscríbase|suscribite|recib[eaí]|reciba|apúntate|regístrate|hazte|inscríbete|únete)(?!\\p{L}).{0,60}(?<!\\p{L})${INVITED}(?!\\p{L}).{0,40}$`,
    'u',
  ),
  new RegExp(
    `^(?:abonnez-vous|inscrivez-vous|recevez|s[’']abonner|s[’']inscrire|rejoignez)(?!\\p{L}).{0,60}(?<!\\p{L})${INVITED}(?!\\p{L}).{0,40}$`,
    'u',
  ),
  /^(?:jetzt |hier |kostenlos )*(?:(?:unseren|den|zum|zur|unserem|täglichen|kostenlosen|unser) )*(?:newsletter|rundbrief|abo|probeabo)(?!\p{L}).{0,40}(?:abonnieren|bestellen|anmelden|sichern|testen|erhalten|lesen)[.!]?$|^(?:abonnieren sie|melden sie sich|bestellen sie|jetzt abonnieren)(?!\p{L}).{0,60}(?:newsletter|rundbrief|abo|probeabo|kanal)(?!\p{L}).{0,40}$|^(?:jetzt )?abonnieren$/u,
  new RegExp(
    `^(?:assine|assina|receba|recebe|inscreva-se|cadastre-se|subscreva|entre)(?!\\p{L}).{0,60}(?<!\\p{L})${INVITED}(?!\\p{L}).{0,40}$`,
    'u',
  ),
  /^(?:iscriviti|abbonati|ricevi)(?!\p{L}).{0,60}(?:newsletter|notizie|canale|whatsapp)(?!\p{L}).{0,40}$/u,
  /^(?:подпишитесь|подписывайтесь)(?!\p{L}).{0,60}(?:канал|рассылк|телеграм|telegram|новост)\p{L}*.{0,40}$/u,
  /^(?:اشترك|اشتركوا|سجل|سجلوا|احصل|انضم|تابعونا|تابعنا)(?!\p{L}).{0,30}(?:نشر|بريد|تنبيه|قنا|قنوات|إشعار|تطبيق|صفح|جديد).{0,60}$/u,
  /^(?:订阅|訂閱|关注我们|購読|ニュースレター|सब्सक्राइब|हमारे न्यूज़लेटर).{0,60}$/u,
  /^(?:share(?: (?:this|on|via|with).{0,30})?|tweet|email|print|save|copy link|link copied|gift this article|listen(?: to (?:this )?(?:article|story))?|follow us.{0,30}|compartir(?: en .{2,20})?|comparte|guardar|imprimir|enviar|escuchar|síguenos.{0,30}|partager(?: sur .{2,20})?|imprimer|enregistrer|écouter|suivez-nous.{0,30}|teilen|drucken|merken|anhören|artikel (?:teilen|merken|drucken|anhören)|folgen sie uns.{0,30}|compartilhar|compartilhe|salvar|ouvir|siga-nos.{0,30}|condividi|поделиться|مشاركة|شارك|شارك (?:على|عبر) .{2,20}|طباعة|حفظ|نسخ الرابط|استمع|分享|收藏|シェア|शेयर करें)$/u,
  /^(?:we use cookies|this (?:site|website) uses cookies|usamos cookies|utilizamos cookies|nous utilisons des cookies|wir verwenden cookies|diese (?:website|seite) (?:verwendet|nutzt) cookies|este site usa cookies|يستخدم هذا الموقع ملفات).{0,160}$/u,
]
