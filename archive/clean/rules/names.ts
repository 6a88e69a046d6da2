import type { PatternRule } from './rule.ts'

/**
 * Names (class and id, lower case, camel case taken apart) of page furniture. They are looked up on the
 * element of a block and on those around it, up to the story's own container; an element that holds a large
 * part of the story is never furniture, whatever it is called.
 */
const START = '(?:^|[\\s_-])'
const END = '(?=$|[\\s_-])'

function named(name: string, words: string): PatternRule {
  return { name, pattern: new RegExp(`${START}(?:${words})${END}`) }
}

export const FURNITURE_NAMES: readonly PatternRule[] = [
  named(
    'related-box',
    'related|related-?(?:articles?|stor(?:y|ies)|posts?|content|links?|news|items?|topics?|coverage|box|reading)|relateds?|read-?(?:also|more|next)|also-?read|see-?also|more-?(?:stories|news|articles|on|from|in|like-this)|recommend(?:ed|ation|ations)?|recirc(?:ulation)?|recirc-?\\w+|you-?may-?(?:also-?)?like|most-?(?:read|popular|viewed|shared)|trending|popular(?:-?posts)?|up-?next|next-?(?:article|post|up|story)|prev(?:ious)?-?(?:article|post|story)|post-?navigation|nav-?links|jp-relatedposts|yarpp\\w*|crp_related|zergnet|outbrain\\w*|taboola\\w*|teads|revcontent|mgid|lire-?aussi|a-?lire(?:-?aussi)?|lee-?(?:tambien|mas)|te-?puede-?interesar|leia-?(?:mais|tambem)|veja-?(?:mais|tambem)|saiba-?mais|leggi-?anche|lees-?(?:ook|meer)|mehr-?zum-?thema|das-?koennte|weiterlesen|ilgili-?haber\\w*|czytaj-?(?:tez|takze|wiecej)|baca-?juga|lihat-?juga|noticias-?relacionadas|articulos-?relacionados|articles-?lies|teaser-?(?:list|box|group)|story-?package|inline-?(?:related|story|teaser|promo)|interstitial-?link|kicker-?more|read-?next',
  ),
  named(
    'newsletter-box',
    'newsletters?|newsletter-?\\w+|news-?letter|sign-?up|signup-?\\w*|email-?(?:signup|capture|subscribe|opt-?in)|mailing-?list|mc4wp\\w*|mailchimp|mc_embed_signup|optin\\w*|subscribe(?:-?(?:box|form|widget|block|cta|now|promo))?|subscription-?(?:box|form|cta|promo|widget|offer)|boletin|infolettre|inscription-newsletter',
  ),
  named(
    'share-box',
    'share|shares|sharing|share-?(?:bar|box|buttons?|tools?|links?|icons?|count|this|post|article|social|widget|wrapper|container|list|menu|options)|social-?(?:share|sharing|media|links?|icons?|buttons?|bar|tools?|follow|nav|list|widget|networks?)|socials?|sharedaddy|sd-sharing\\w*|addtoany\\w*|a2a_\\w+|addthis\\w*|sharethis\\w*|st-inline-share\\w*|shareaholic\\w*|essb\\w*|heateor\\w*|ssba\\w*|follow-?us|follow-?(?:buttons?|links?|box)|article-?tools|story-?tools|post-?tools|utility-?bar|print-?(?:button|link)|compartir|compartilh\\w*|partage\\w*|partager|teilen|condividi|delen',
  ),
  named(
    'comments',
    'comments?|comments?-?(?:area|form|section|list|box|count|link|wrapper|container|area|respond|thread|button|title|policy|template|wrap)|commentlist|respond|reply-?title|disqus\\w*|disqus_thread|livefyre|coral\\w*|viafoura|spot-?im|openweb|fb-comments|discussion|kommentare?|commentaires?|comentarios?|commenti|reacties|yorumlar',
  ),
  named(
    'author-box',
    'author-?(?:bio|box|info|card|description|profile|details|about|block|section|desc|area|panel|wrapper|widget|name|image|avatar|bottom|footer|meta)|about-?(?:the-)?authors?|bio|biography|post-?author(?:-?\\w+)?|article-?authors?|authors?-?(?:list|container)|contributor-?(?:bio|info|box)|writer-?(?:bio|info|box)|byline-?(?:bio|description|footer)|saboxplugin\\w*|abh_\\w+|molongui\\w*|vcard|pp-multiple-authors\\w*|autor-?(?:box|info|bio|profil)|journalist-?(?:bio|info|box)',
  ),
  named(
    'tag-list',
    'tags|tag-?(?:list|links?|cloud|container|wrapper|items?|section|box|s)|tagcloud|post-?tags?|article-?tags?|entry-?tags?|story-?tags?|news-?tags?|topics|topic-?(?:list|links?|tags)|article-?topics?|keywords|keyword-?list|cat-?links|post-?categories|categories|category-?(?:list|links?)|hashtags?|etiquetas|schlagwor\\w*|mots-cles|rubrics?|filed-?under|entry-?(?:footer|utility)|post-?(?:footer|meta-?bottom)',
  ),
  named(
    'advertisement',
    'ads?|ad-?(?:container|wrapper|slot|unit|box|label|block|banner|placeholder|text|notice|break|area|space|mobile|desktop|inline|container-\\w+)|adv|advert|adverts|advertise\\w*|advertorial|adsbygoogle|dfp\\w*|gpt-\\w+|google-?ads?|sponsor(?:ed|s)?|sponsored-?(?:content|links?|by)|promo|promos|promotion|promo-?(?:box|block|card|unit|link|text|container|item|banner)|partner-?(?:content|links?)|affiliate-?(?:box|disclosure|disclaimer|links?|note)|house-?ad|werbung|anzeige|publicidad|publicidade|pubblicita|publicite|reklam\\w*|iklan',
  ),
  named(
    'subscribe-promo',
    'paywall-?(?:box|message|prompt|offer|banner|cta|modal|overlay|teaser|info|hint|login|subscribe\\w*)|regwall|meter(?:ed)?-?(?:wall|box|message)|piano-?(?:offer|modal|template|paywall|meter)\\w*|tp-(?:modal|container|iframe)\\S*|donat(?:e|ion)(?:-?\\w+)?|support-?(?:us|box|banner|message)|membership-?(?:box|promo|cta|message)|app-?(?:promo|download|banner|install|cta)|download-?app|cta|cta-?(?:box|block|banner|container|wrapper|text|button)|call-?to-?action|call-to-action-\\w+|abo-?(?:box|hinweis|teaser)|abobox|tzi-paywahl\\w*|supportbox',
  ),
  named(
    'page-navigation',
    'breadcrumbs?|breadcrumb-?\\w+|bread-?crumb\\w*|crumbs?|ariane|fil-ariane|migas|brotkrumen|nav|navbar|navigation|main-?nav|site-?nav|menu|main-?menu|sub-?menu|pagination|pager|page-?links|skip-?(?:link|links|to|nav|content)|skiplink|screen-?reader-?(?:text|only|shortcut)?|sr-?only|visually-?hidden|visuallyhidden|assistive-text|back-?to-?top|scroll-?to-?top|table-?of-?contents|toc|ez-toc\\S*|lwptoc\\S*|site-?(?:footer|header)|masthead|page-?footer|global-?(?:nav|footer|header)',
  ),
  named(
    'consent-box',
    'cookie|cookies|cookie-?\\w+|gdpr\\S*|ccpa\\S*|consent|consent-?\\w+|onetrust\\S*|ot-\\S+|cmp|cmp-?(?:box|banner|container|wrapper)|didomi\\S*|qc-cmp\\S*|sp_message\\S*|privacy-?(?:notice|banner|policy-?banner|preferences)|modal|modals|modal-?\\w+|popup|pop-?up|popup-?\\w+|overlay|lightbox|toast|snackbar|dialog',
  ),
  named(
    'player-furniture',
    'vjs-\\S+|video-js|jw-\\S+|jwplayer\\S*|plyr\\S*|mejs-\\S+|player-?(?:controls?|error|overlay|ui|message|settings)|video-?(?:controls?|playlist|settings|error|up-next)|playlist|audio-?(?:player|feature)-?\\w*|bclistenbox|listen-?(?:button|to-?this|article)|text-?to-?speech|tts-?\\w*|read-?aloud|speechkit\\S*|trinity-?\\S*|beyondwords\\S*',
  ),
  named(
    'gallery-furniture',
    'slick-\\S+|swiper-(?:button|pagination|notification)\\S*|gallery-?(?:nav|controls?|counter|thumbs?|count|icon)|slide-?(?:count|counter|nav)|carousel-?(?:nav|controls?|indicators?|counter)',
  ),
  named(
    'meta-line',
    'post-?meta|entry-?meta|article-?meta|story-?meta|meta-?(?:info|data|line|bar|item)|byline|bylines|by-line|dateline-?wrap|post-?date|entry-?date|publish(?:ed)?-?(?:date|time|on|info)|pub-?date|pubdate|date-?(?:published|time|line|block)|date|datetime|timestamp|time-?stamp|post-?time|read(?:ing)?-?time|time-?to-?read|reading-?duration|min-?read|last-?(?:updated|modified)|updated-?(?:date|time|at|on)|article-?(?:date|byline|author|info|time|dateline)|views?-?count|post-?views|view-?counter|author|authors|writer|posted-?(?:on|by)|submitted|credits-?line|kicker|eyebrow|overline|spitzmarke|dachzeile|article-?(?:label|kicker|category|section)|section-?(?:label|name|title|tag)|category|rubrik|topline',
  ),
]
