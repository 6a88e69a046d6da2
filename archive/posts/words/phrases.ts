/**
 * Words with which the platforms' own embed code surrounds a post. They are no words of the post. Each list is
 * a set of whole lines or openings, compared without case; add a language by adding a line.
 */

/** Lines that lead to the post. */
export const VIEW_POST: readonly RegExp[] = [
  /^view (?:this|more|full)? ?(?:post|profile|thread|tweet|photo|video)?s? ?on (?:instagram|threads|x|twitter|facebook|tiktok|mastodon|bluesky|reddit|linkedin)\.?$/i,
  /^view (?:the|this|full) (?:post|tweet|thread)$/i,
  /^(?:sieh dir diesen beitrag auf|diesen beitrag auf|auf) (?:instagram|threads|mastodon|facebook|x) (?:an|ansehen|anzeigen)$/i,
  /^(?:voir|afficher) (?:cette publication|ce post|ce tweet|le post|le tweet) sur .{1,20}$/i,
  /^ver esta publicaci[oó]n en .{1,20}$/i,
  /^ver (?:essa foto|este post|esta publica[cç][aã]o) no .{1,20}$/i,
  /^visualizza questo post su .{1,20}$/i,
  /^dit bericht op .{1,20} bekijken$/i,
  /^wyświetl ten post na .{1,20}$/i,
  /^посмотреть (?:эту публикацию|этот пост) в .{1,20}$/i,
  /^переглянути (?:цей допис|допис) (?:в|у) .{1,20}$/i,
  /^visa (?:det här )?inlägget? på .{1,20}$/i,
  /^se (?:dette )?(?:opslag|innlegget?) på .{1,20}$/i,
  /^näytä tämä julkaisu .{1,20}$/i,
  /^zobrazit (?:tento )?příspěvek na .{1,20}$/i,
  /^bu gönderiyi .{1,20}gör$/i,
  /^この投稿を.{1,20}で見る$/,
  /^在 ?.{1,20}(?:上)?(?:查看这篇帖子|查看這則貼文|查看此帖子)$/,
  /^.{1,20}에서 이 게시물 보기$/,
  /^(?:عرض هذا المنشور على) .{1,20}$/,
  /^lihat postingan ini di .{1,20}$/i,
  /^xem bài viết này trên .{1,20}$/i,
  /^(?:post|beitrag|publication|publicación) (?:by|von|de) @\S+$/i,
]

/** Openings of the line that names the author: "A post shared by NAME (@handle)". */
export const SHARED_BY: readonly RegExp[] = [
  /^a (?:post|photo|video|reel|thread)s? (?:shared|posted) by\s+/i,
  /^(?:ein|eine) (?:beitrag|von|reel)?\s*(?:geteilter beitrag von|beitrag geteilt von|geteilt von)\s+/i,
  /^ein von\s+/i,
  /^une publication partagée par\s+/i,
  /^una publicación compartida (?:por|de)\s+/i,
  /^uma? (?:publicação|post|postagem) (?:compartilhad[ao]|partilhad[ao]) por\s+/i,
  /^um post compartilhado por\s+/i,
  /^un post condiviso da\s+/i,
  /^(?:een )?bericht gedeeld door\s+/i,
  /^post udostępniony przez\s+/i,
  /^(?:публикация от|пост, опубликованный)\s+/i,
  /^допис, поширений\s+/i,
  /^(?:ett inlägg delat av|et opslag delt af|et innlegg delt av)\s+/i,
  /^(?:henkilön\s+)/i,
  /^příspěvek sdílený\s+/i,
  /^(?:‏)?(?:منشور (?:تم مشاركته|تمت مشاركته) (?:بواسطة|من قبل)|تمت مشاركة منشور بواسطة)\s+/,
  /^(?:sebuah kiriman dibagikan oleh|postingan dibagikan oleh)\s+/i,
  /^(?:bài viết do)\s+/i,
  /^posted by\s+/i,
  /^(?:publié par|gepostet von|publicad[ao] por|pubblicato da|geplaatst door|opublikowany przez|опубликовано)\s+/i,
  /^(?:post|beitrag|publication|publicación) (?:by|von|de)\s+/i,
]

/** What stands for a picture or a quoted post inside the text of a Bluesky embed. */
export const MEDIA_MARKERS: readonly RegExp[] = [
  /\[(?:image|video|image or embed|quoted post|contains quote post or other embedded content)\]/gi,
]

/**
 * Notices that a consent wall, a lazy loader or a fallback puts where the post will be. A short text around a post
 * that holds one of these belongs to the wrapper, not to the story.
 */
export const LOADING_NOTICES: readonly RegExp[] = [
  /\b(?:cookies?|consent|javascript|gdpr|dsgvo)\b/i,
  /\b(?:third[- ]party|external) (?:content|media|provider)|this (?:content|embed) is (?:provided|hosted) by/i,
  /\b(?:externe[rnms]? (?:inhalte?|medien)|inhalt(?:e)? (?:anzeigen|laden|aktivieren|nachzuladen)|datenschutz|drittplattform|einwilligung|zustimmung)/i,
  /\b(?:contenus? (?:externes?|tiers|bloqués?)|afficher le contenu|consentement|accepter)\b/i,
  /\b(?:contenido (?:externo|de terceros)|mostrar (?:el )?contenido|aceptar)\b/i,
  /\b(?:conteúdo externo|contenuti? estern[oi]|mostra contenuto|externe inhoud|inhoud tonen)\b/i,
  /\b(?:treści zewnętrzne|pokaż treść)\b|внешн\S* контент|показать содержимое/i,
  /^(?:loading|laden|chargement|cargando|carregando|caricamento|wird geladen|advertisement|loading (?:tweet|post|video))\W*$/i,
  /\b(?:click|tap|klicken|cliquez|haga clic|clique|clicca|klik)\b.{0,60}\b(?:load|view|watch|play|laden|anzeigen|afficher|voir|ver|cargar|vedere|bekijken)\b/i,
  /\b(?:your browser|ihr browser|votre navigateur|su navegador|seu navegador|il tuo browser)\b/i,
  /^(?:youtube|twitter|x|instagram|facebook|tiktok|vimeo|threads|bluesky|reddit|telegram|linkedin)(?: (?:video|post|embed|content|logo))?$/i,
]
