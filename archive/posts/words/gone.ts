import type { PostState } from '../../model/post.ts'

/**
 * What the platforms' own pages say in the place of a post that is not there. Whole lines, any case; believed only
 * where no post could be read.
 */
export const GONE_LINES: readonly {
  readonly name: string
  readonly state: PostState
  readonly line: RegExp
}[] = [
  { name: 'X', state: 'unavailable', line: /^(?:hmm\W*)?this page doesn[’']t exist\b.{0,80}$/i },
  { name: 'X, older', state: 'unavailable', line: /^(?:sorry, )?that page doesn[’']t exist[!.]?$/i },
  {
    name: 'X, account',
    state: 'unavailable',
    line: /^(?:account suspended|this account doesn[’']t exist)\b.{0,60}$/i,
  },
  {
    name: 'deleted by its author',
    state: 'deleted',
    line: /^(?:this|the) (?:tweet|post|video|photo|reel|message|comment|status|content|article) (?:was|has been|is) (?:deleted|removed|taken down)\b.{0,120}$/i,
  },
  {
    name: 'deleted, said shortly',
    state: 'deleted',
    line: /^(?:sorry, )?(?:this )?(?:post|tweet|message|status|video|comment) (?:deleted|removed)(?: by .{1,60})?[.!]?$/i,
  },
  { name: 'removed on YouTube', state: 'deleted', line: /^this video has been removed\b.{0,120}$/i },
  {
    name: 'private on YouTube',
    state: 'unavailable',
    line: /^(?:private video|this video is private|this video isn[’']t available(?: any ?more)?|video unavailable|this video is no longer available\b.{0,120})\.?$/i,
  },
  {
    name: 'removed on Reddit',
    state: 'deleted',
    line: /^(?:sorry, )?this post (?:was|has been) (?:removed|deleted) by\b.{0,160}$/i,
  },
  { name: 'Instagram', state: 'unavailable', line: /^sorry, this page isn[’']t available\.?$/i },
  {
    name: 'Instagram, link',
    state: 'unavailable',
    line: /^the link you followed may be broken, or the page may have been removed\b.{0,80}$/i,
  },
  {
    name: 'Facebook',
    state: 'unavailable',
    line: /^this (?:content|page) isn[’']t available(?: right now| at the moment)?\.?$/i,
  },
  {
    name: 'Threads',
    state: 'unavailable',
    line: /^(?:not all who wander are lost, but this page is|this thread isn[’']t available)\.?$/i,
  },
  { name: 'TikTok', state: 'unavailable', line: /^video currently unavailable\.?$/i },
  { name: 'Telegram', state: 'unavailable', line: /^(?:post|message|channel) not found\.?$/i },
  {
    name: 'LinkedIn',
    state: 'unavailable',
    line: /^(?:this post cannot be displayed|post not found|this page doesn[’']t exist)\.?$/i,
  },
  { name: 'Vimeo', state: 'unavailable', line: /^(?:sorry, )?we couldn[’']t find that (?:page|video)\.?$/i },
  {
    name: 'Bluesky and others',
    state: 'unavailable',
    line: /^(?:post|status|tweet|toot|note|thread|video) (?:not found|unavailable|is unavailable|does not exist)\b.{0,60}$/i,
  },
  {
    name: 'Mastodon',
    state: 'unavailable',
    line: /^the page you (?:were|are) looking for (?:isn[’']t here|could not be found|doesn[’']t exist)(?: any ?more)?\.?$/i,
  },
  {
    name: 'a post that is not there',
    state: 'unavailable',
    line: /^(?:this|the|that) (?:tweet|post|video|photo|reel|message|thread|status) (?:could not be found|cannot be found|does not exist|doesn[’']t exist|can[’']t be (?:found|shown|displayed)|isn[’']t here)\b.{0,80}$/i,
  },
  {
    name: 'gone, in German',
    state: 'unavailable',
    line: /^(?:diese[rs]? (?:seite|beitrag|post|tweet|video) (?:existiert nicht|ist nicht (?:mehr )?(?:da|verfügbar))|beitrag nicht gefunden)\b.{0,60}$/i,
  },
  {
    name: 'gone, in French',
    state: 'unavailable',
    line: /^(?:cette page n[’']existe pas|(?:publication|vidéo|post) introuvable|cette (?:page|publication) n[’']est (?:pas|plus) (?:disponible|accessible))\b.{0,60}$/i,
  },
  {
    name: 'gone, in Spanish',
    state: 'unavailable',
    line: /^(?:esta página no existe|(?:publicación|vídeo|video) no (?:encontrad[oa]|disponible)|esta página no está disponible)\b.{0,60}$/i,
  },
  {
    name: 'gone, in Portuguese',
    state: 'unavailable',
    line: /^(?:esta página não existe|(?:publicação|vídeo) não (?:encontrad[oa]|disponível)|esta página não está disponível)\b.{0,60}$/i,
  },
  {
    name: 'gone, in Russian',
    state: 'unavailable',
    line: /^(?:такой страницы (?:не существует|нет)|(?:пост|публикация|запись|видео) не найден[ао]?|(?:пост|публикация|запись|видео) недоступн\S+).{0,60}$/iu,
  },
  {
    name: 'gone, in Arabic',
    state: 'unavailable',
    line: /^(?:هذه الصفحة غير (?:موجودة|متاحة)|هذا المنشور غير (?:متاح|متوفر|موجود)).{0,60}$/u,
  },
  {
    name: 'gone, in Japanese',
    state: 'unavailable',
    line: /^(?:このページは存在しません|(?:この)?(?:投稿|ポスト|ツイート|動画)(?:は|が)(?:存在しません|見つかりません|表示できません|利用できません)).{0,30}$/u,
  },
]
