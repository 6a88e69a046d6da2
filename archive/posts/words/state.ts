import type { PostState } from '../../model/post.ts'

/** Notices that stand in the place of a post, or beside it, and tell what became of it. Whole lines, any case. */
export const STATE_NOTICES: readonly {
  readonly name: string
  readonly state: PostState
  readonly line: RegExp
}[] = [
  {
    name: 'deleted, in English',
    state: 'deleted',
    line: /^(?:this|the) (?:tweet|post|video|photo|reel|message|comment|status) (?:was|has been) (?:deleted|removed)\b.{0,80}$/i,
  },
  {
    name: 'account gone',
    state: 'deleted',
    line: /^this (?:tweet|post) is from an account that no longer exists\b.{0,40}$/i,
  },
  { name: 'removed markers on Reddit', state: 'deleted', line: /^\[(?:deleted|removed)(?: by \w+)?\]$/i },
  {
    name: 'deleted, in German',
    state: 'deleted',
    line: /^diese[rs]? (?:tweet|beitrag|post|video) wurde (?:\S+ ){0,4}gelöscht\b.{0,40}$/i,
  },
  {
    name: 'deleted, in French',
    state: 'deleted',
    line: /^(?:ce|cette|cet) (?:tweet|post|publication|vidéo) a été supprimée?\b.{0,60}$/i,
  },
  {
    name: 'deleted, in Spanish',
    state: 'deleted',
    line: /^(?:este|esta) (?:tweet|post|publicación|vídeo|video) (?:fue|ha sido) (?:eliminad[oa]|borrad[oa])\b.{0,60}$/i,
  },
  {
    name: 'deleted, in Portuguese',
    state: 'deleted',
    line: /^(?:este|esta|esse|essa) (?:tweet|post|publicação|vídeo) foi (?:excluíd[oa]|apagad[oa]|eliminad[oa])\b.{0,60}$/i,
  },
  {
    name: 'deleted, in Italian',
    state: 'deleted',
    line: /^questo (?:tweet|post|video) è stato (?:eliminato|cancellato|rimosso)\b.{0,60}$/i,
  },
  {
    name: 'deleted, in Dutch',
    state: 'deleted',
    line: /^(?:deze|dit) (?:tweet|post|bericht|video) is verwijderd\b.{0,60}$/i,
  },
  {
    name: 'deleted, in Polish',
    state: 'deleted',
    line: /^ten (?:tweet|post|wpis) został usunięty\b.{0,60}$/i,
  },
  {
    name: 'deleted, in Russian',
    state: 'deleted',
    line: /^(?:этот|эта|это) (?:твит|пост|публикация|видео|запись) (?:был\S? )?удал[её]н\S*.{0,60}$/i,
  },
  {
    name: 'deleted, in Turkish',
    state: 'deleted',
    line: /^bu (?:tweet|gönderi|video) silin(?:di|miş)\b.{0,60}$/i,
  },
  {
    name: 'deleted, in Japanese',
    state: 'deleted',
    line: /^(?:この|当該)(?:ツイート|ポスト|投稿|動画)は.{0,20}削除されました.{0,20}$/,
  },
  {
    name: 'deleted, in Chinese',
    state: 'deleted',
    line: /^(?:此|这条|這則|该|該)(?:推文|帖子|貼文|帖文|视频|影片).{0,10}(?:已被?|被)(?:作者)?(?:删除|刪除).{0,20}$/,
  },
  { name: 'deleted, in Korean', state: 'deleted', line: /^이 (?:트윗|게시물|동영상)은? .{0,20}삭제.{0,20}$/ },
  { name: 'deleted, in Arabic', state: 'deleted', line: /^تم حذف (?:هذه التغريدة|هذا المنشور).{0,40}$/ },
  {
    name: 'unavailable, in English',
    state: 'unavailable',
    line: /^(?:this|the|sorry, this) (?:tweet|post|video|content|photo|page|reel|media|message|thread) (?:is|isn[’']?t|is not) (?:currently |no longer )?(?:unavailable|available|private)\b.{0,120}$/i,
  },
  {
    name: 'video unavailable',
    state: 'unavailable',
    line: /^(?:video|post|tweet|content) (?:unavailable|not available|not found)\.?$/i,
  },
  {
    name: 'broken link on Instagram',
    state: 'unavailable',
    line: /^the link to this photo or video may be broken\b.{0,80}$/i,
  },
  {
    name: 'account limited',
    state: 'unavailable',
    line: /^(?:this (?:tweet|post) is from a suspended account|you[’']re unable to view this (?:tweet|post)|these (?:tweets|posts) are protected)\b.{0,120}$/i,
  },
  {
    name: 'withheld',
    state: 'unavailable',
    line: /^this (?:tweet|post) (?:from @\S+ )?has been withheld\b.{0,120}$/i,
  },
  {
    name: 'unavailable, in German',
    state: 'unavailable',
    line: /^diese[rs]? (?:tweet|beitrag|post|video|inhalt) ist (?:\S+ ){0,3}nicht (?:mehr )?verfügbar\b.{0,60}$/i,
  },
  {
    name: 'unavailable, in French',
    state: 'unavailable',
    line: /^(?:ce|cette|cet) (?:tweet|post|publication|vidéo|contenu) n[’']est (?:plus|pas) disponible\b.{0,60}$/i,
  },
  {
    name: 'unavailable, in Spanish',
    state: 'unavailable',
    line: /^(?:este|esta) (?:tweet|post|publicación|vídeo|video|contenido) (?:ya )?no está disponible\b.{0,60}$/i,
  },
  {
    name: 'unavailable, in Portuguese',
    state: 'unavailable',
    line: /^(?:este|esta|esse|essa) (?:tweet|post|publicação|vídeo|conteúdo) não está (?:mais )?disponível\b.{0,60}$/i,
  },
  {
    name: 'unavailable, in Italian',
    state: 'unavailable',
    line: /^questo (?:tweet|post|video|contenuto) non è (?:più )?disponibile\b.{0,60}$/i,
  },
  {
    name: 'edited',
    state: 'edited',
    line: /^(?:last edited\b.{0,60}|\(?edited\)?|bearbeitet|zuletzt bearbeitet\b.{0,60}|modifié|dernière modification\b.{0,60}|editado|última edición\b.{0,60})$/i,
  },
]
