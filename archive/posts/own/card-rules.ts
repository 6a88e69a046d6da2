import type { Platform } from '../../model/post.ts'

/**
 * Where the parts of a post stand in the markup of its platform's own pages and frames, as CSS selectors, each
 * tried in its order. What no selector finds is looked for by shape.
 */
export interface CardRule {
  readonly platform: Platform | 'any'
  /** One post: the page's own, or one above or below it. */
  readonly card: string
  /** Title of a thread or a video, before its text. */
  readonly title?: string
  readonly text?: string
  readonly author?: string
  readonly handle?: string
  readonly time?: string
  /** A post shown inside this one. */
  readonly quote?: string
  /** What names the post that this one answers. */
  readonly replyTo?: string
  readonly edited?: string
}

export const CARD_RULES: readonly CardRule[] = [
  {
    platform: 'x',
    card: 'article[data-testid="tweet"], article[role="article"][tabindex]',
    text: '[data-testid="tweetText"]',
    author: '[data-testid="User-Name"] a span, [data-testid="User-Name"] span',
    quote: 'div[role="link"]:has([data-testid="User-Name"]), [data-testid="quoteTweet"]',
  },
  {
    platform: 'mastodon',
    card: '.detailed-status, .status',
    text: '.status__content__text, .e-content, .status__content',
    author: '.display-name__html, .display-name strong, .p-name',
    handle: '.display-name__account',
    time: '.detailed-status__datetime time, time.dt-published, time.formatted, time',
    quote: '.status__quote, .quote-status',
    replyTo: '.status__prepend--reply',
    edited: '.detailed-status__edit-trigger, .edited-timestamp__button, .animated-number + .edited',
  },
  {
    platform: 'bluesky',
    card: '[data-testid^="postThreadItem-by-"], #bsky_post_summary',
    text: '#bsky_post_text, [data-testid="postText"]',
    author: '#bsky_display_name',
    handle: '#bsky_handle',
    time: '#bsky_post_indexedat, time',
    quote: '[data-testid="quotedPost"]',
  },
  {
    platform: 'telegram',
    card: '.tgme_widget_message',
    text: '.tgme_widget_message_text.js-message_text, .tgme_widget_message_text',
    author: '.tgme_widget_message_owner_name, .tgme_widget_message_author',
    time: '.tgme_widget_message_date time[datetime], time[datetime]',
    replyTo: '.tgme_widget_message_reply',
    edited: '.tgme_widget_message_edited',
  },
  {
    platform: 'reddit',
    card: 'shreddit-post, shreddit-comment, [data-testid="post-container"], [data-testid="comment"], .thing.link, .thing.comment',
    title: '[slot="title"], a.title, [data-adclicklocation="title"] h1, h1, h2, h3',
    text: '[slot="text-body"], [slot="comment"], [data-click-id="text"], .usertext-body, .RichTextJSON-root',
    author:
      '[slot="authorName"], [data-testid="post_author_link"], [data-testid="comment_author_link"], a.author',
    time: 'faceplate-timeago[ts], time[datetime]',
    edited: '.edited-timestamp',
  },
  {
    platform: 'tiktok',
    card: '[data-e2e="browse-video"], [data-e2e="video-detail"]',
    text: '[data-e2e="browse-video-desc"], [data-e2e="video-desc"]',
    author: '[data-e2e="browser-nickname"], [data-e2e="video-author-nickname"]',
    handle: '[data-e2e="browse-username"], [data-e2e="video-author-uniqueid"]',
  },
  {
    platform: 'linkedin',
    card: 'article.main-feed-activity-card, .feed-shared-update-v2',
    text: '[data-test-id="main-feed-activity-card__commentary"], .feed-shared-update-v2__description',
    author: '[data-tracking-control-name*="actor-name"], .update-components-actor__title span',
    quote: '[data-test-id="feed-reshare-content"], .feed-shared-update-v2__update-content-wrapper',
  },
  {
    platform: 'youtube',
    card: 'ytd-watch-metadata',
    text: 'h1',
    author: '#owner ytd-channel-name a, #channel-name a',
  },
  {
    platform: 'any',
    card: '[itemtype$="/SocialMediaPosting"], [itemtype$="/DiscussionForumPosting"]',
    text: '[itemprop="articleBody"], [itemprop="text"]',
    author: '[itemprop="author"] [itemprop="name"], [itemprop="author"]',
    time: '[itemprop="datePublished"], time[datetime]',
  },
  { platform: 'any', card: 'article, [role="article"]' },
  { platform: 'any', card: '#post, .post, .status, .tweet, .toot, .note, [class*="post-card" i]' },
]

/** Parts that a post without a rule of its own names by class, in the words most templates use. */
export const SHAPE = {
  text: '[class~="text" i], [class~="content" i], [class~="body" i], [class*="post-text" i], [class*="post-content" i], [class*="status-content" i], [dir="auto"] p, p',
  author:
    '[rel="author"], [class~="name" i], [class*="display-name" i], [class*="author" i], [class*="fullname" i], h1, h2, h3, h4, strong, b',
  handle: '[class*="handle" i], [class*="username" i], [class*="screen-name" i], [class*="acct" i]',
  time: 'time[datetime], time, [class*="timestamp" i], [class~="when" i], [class~="date" i]',
  quote: '[class*="quoted" i], [class*="quote-" i], blockquote[cite*="/status/"]',
  replyTo:
    '[class*="in-reply-to" i], [class*="replying" i], [class*="reply-to" i], [class*="reply-context" i], .u-in-reply-to',
  edited: '[class~="edited" i], [class*="edited-" i]',
} as const

/** "Replying to @ana and @ben", as platforms word it before an answer. */
export const REPLYING_TO =
  /^(?:replying to|in reply to|replied to|reply to|antwort(?:et)? (?:an|auf)|en réponse à|réponse à|(?:en )?respuesta a|em resposta a|respondendo a|in risposta a|als antwoord op|w odpowiedzi do|odpowiedź do|в ответ(?: на)?|ردًا على|返信先[:：]?|回复|回覆|답글)\s*[:：]?\s*(?<who>.{1,200})$/iu

/** A mark of its own line that says a post was changed after it was posted. */
export const EDITED_LINE =
  /^(?:[·•(]\s*)?(?:last edited\b.{0,60}|edited(?: (?:on|at|\d).{0,40})?|bearbeitet(?: .{0,40})?|zuletzt bearbeitet.{0,60}|modifié(?: .{0,40})?|dernière modification.{0,60}|editado(?: .{0,40})?|modificato(?: .{0,40})?|bewerkt(?: .{0,40})?|edytowano(?: .{0,40})?|изменено(?: .{0,40})?|編集済み|已编辑|已編輯)\)?$/iu

/** Lines that count or offer something, and are no words of a post. */
export const COUNTER_LINE =
  /^(?:[\d.,\s\u00a0]+[kmb]?\s*)?(?:likes?|replies|reply|reposts?|retweets?|quotes?|bookmarks?|views?|favou?rites?|boosts?|comments?|shares?|points?|upvotes?)(?:\s*[·•|,]\s*.*)?$|^[\d.,]+[kmb]?$/i
