import type { Post } from './post.ts'

/** A stretch of `text` with a meaning. Offsets are UTF-16 units; spans are sorted by start and may nest. */
export type Span =
  | { readonly start: number; readonly end: number; readonly kind: 'link'; readonly href: string }
  | {
      readonly start: number
      readonly end: number
      readonly kind: 'em' | 'strong' | 'code' | 'sub' | 'sup' | 'del' | 'ins' | 'mark'
    }

/** Words with marks. White space is collapsed; a forced line break is a newline. */
export interface RichText {
  readonly text: string
  readonly spans: readonly Span[]
}

export interface HeadingBlock extends RichText {
  readonly kind: 'heading'
  /** 1 to 6. The headline itself is `Article.title` and is no block. */
  readonly level: number
}

export interface ParagraphBlock extends RichText {
  readonly kind: 'paragraph'
  readonly role?: 'standfirst' | 'correction' | 'dateline'
}

export interface ListItem extends RichText {
  readonly items?: readonly ListItem[]
  /** Set on an item whose nested `items` are numbered. */
  readonly ordered?: boolean
}

export interface ListBlock {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly items: readonly ListItem[]
}

export interface QuoteBlock {
  readonly kind: 'quote'
  readonly paragraphs: readonly RichText[]
  readonly cite: string | null
}

export interface FigureBlock {
  readonly kind: 'figure'
  readonly media: 'image' | 'video' | 'audio' | 'frame' | 'graphic'
  /** Absolute URL of what a reader on a desktop screen sees; null for an inline graphic. */
  readonly src: string | null
  readonly alt: string
  readonly caption: RichText
  /** Photographer, agency, licence: kept apart from the caption. */
  readonly credit: string | null
}

export interface TableBlock {
  readonly kind: 'table'
  readonly caption: string | null
  readonly rows: readonly (readonly TableCell[])[]
}

export interface TableCell extends RichText {
  readonly header: boolean
  readonly colspan?: number
  readonly rowspan?: number
}

export interface CodeBlock {
  readonly kind: 'code'
  readonly text: string
}

export interface PostBlock {
  readonly kind: 'post'
  /** `Post.key` of an entry in `Article.posts`. */
  readonly post: string
}

export type Block =
  HeadingBlock | ParagraphBlock | ListBlock | QuoteBlock | FigureBlock | TableBlock | CodeBlock | PostBlock

/** Something cleaning took out, and the rule that did it, so that a person can check the rule's work. */
export interface Removed {
  readonly rule: string
  /** The text taken out, at most 2,000 characters of it. */
  readonly text: string
}

/** Where a piece of metadata came from. `text` is visible text; `name` is a file name. */
export type Origin =
  | 'json-ld'
  | 'opengraph'
  | 'meta'
  | 'microdata'
  | 'link'
  | 'html'
  | 'text'
  | 'url'
  | 'http'
  | 'file-header'
  | 'name'
  | 'person'

export type MetadataField =
  'title' | 'byline' | 'site' | 'published' | 'modified' | 'section' | 'language' | 'canonicalUrl'

/** What the page says about itself. Dates are its claims, in RFC 3339 or `YYYY-MM-DD`, never our clock. */
export interface Metadata {
  readonly title: string | null
  /** One person or body a entry, without "By". */
  readonly byline: readonly string[]
  readonly site: string | null
  readonly published: string | null
  readonly modified: string | null
  readonly section: string | null
  /** BCP 47. */
  readonly language: string | null
  readonly canonicalUrl: string | null
  readonly origins: Readonly<Partial<Record<MetadataField, Origin>>>
}

/** The cleaned article: what `data/article.json` holds. */
export interface Article extends Metadata {
  readonly format: 'stet-article/1'
  /** Set where the page is a post's own: the post is the story, every other block is what stands around it. */
  readonly kind?: 'post'
  /** Version of the cleaning rules, so that a comparison can tell a changed rule from a changed page. */
  readonly cleaner: string
  readonly dir: 'ltr' | 'rtl'
  readonly blocks: readonly Block[]
  readonly posts: readonly Post[]
  readonly removed: readonly Removed[]
  /** Words in the body, counted as `Intl.Segmenter` counts words. */
  readonly words: number
}
