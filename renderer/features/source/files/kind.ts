/** How a stored file can be shown without running anything in it. */
export type FileView = 'text' | 'picture' | 'none'

const TEXT_TYPES = /^(text\/|application\/(.*\+)?(json|xml|javascript|xhtml\+xml)\b|image\/svg\+xml)/i
const TEXT_ENDS = /\.(txt|json|jsonl|html?|xml|css|m?js|md|har|svg)$/i
const PICTURE_TYPES = /^image\/(png|jpe?g|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon)\b/i

export function fileView({ path, mime }: { readonly path: string; readonly mime: string | null }): FileView {
  if (mime !== null && PICTURE_TYPES.test(mime)) return 'picture'
  if (mime !== null && TEXT_TYPES.test(mime)) return 'text'
  return TEXT_ENDS.test(path) ? 'text' : 'none'
}

/** Without `data/`, which they all begin with. */
export const shortPath = (path: string): string => path.replace(/^data\//, '')

/** The name a saved copy gets. */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
