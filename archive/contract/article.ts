import { z } from 'zod'
import type { Block, ListItem } from '../model/article.ts'
import { PLATFORMS, POST_FORMS, POST_STATES } from '../model/post.ts'
import type { DeepReadonly } from './deep-readonly.ts'

/** The cleaned article, as `data/article.json` holds it and `show --as json` prints it. */
const spanSchema = z.union([
  z.object({ start: z.int(), end: z.int(), kind: z.literal('link'), href: z.string() }),
  z.object({
    start: z.int(),
    end: z.int(),
    kind: z.enum(['em', 'strong', 'code', 'sub', 'sup', 'del', 'ins', 'mark']),
  }),
])

const richText = { text: z.string(), spans: z.array(spanSchema) }
const richTextSchema = z.object(richText)

const listItemSchema: z.ZodType<ListItem> = z.object({
  ...richText,
  get items() {
    return z.array(listItemSchema).optional()
  },
  ordered: z.boolean().optional(),
})

const blockSchema: z.ZodType<Block> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.int(), ...richText }),
  z.object({
    kind: z.literal('paragraph'),
    role: z.enum(['standfirst', 'correction', 'dateline']).optional(),
    ...richText,
  }),
  z.object({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(listItemSchema) }),
  z.object({ kind: z.literal('quote'), paragraphs: z.array(richTextSchema), cite: z.string().nullable() }),
  z.object({
    kind: z.literal('figure'),
    media: z.enum(['image', 'video', 'audio', 'frame', 'graphic']),
    src: z.string().nullable(),
    alt: z.string(),
    caption: richTextSchema,
    credit: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('table'),
    caption: z.string().nullable(),
    rows: z.array(
      z.array(
        z.object({
          ...richText,
          header: z.boolean(),
          colspan: z.int().optional(),
          rowspan: z.int().optional(),
        }),
      ),
    ),
  }),
  z.object({ kind: z.literal('code'), text: z.string() }),
  z.object({ kind: z.literal('post'), post: z.string() }),
])

export const postMediaSchema = z.object({
  kind: z.enum(['image', 'video', 'audio', 'link']),
  url: z.string(),
  alt: z.string().optional(),
  /** The file of the bag that holds it (`data/resources/…`), and its SHA-256; absent where it was not kept. */
  file: z.string().optional(),
  sha256: z.string().optional(),
})

/** A post that another one quotes or answers. */
export const postReferenceSchema = z.object({
  url: z.string().nullable(),
  author: z.string().nullable(),
  handle: z.string().nullable(),
  postedAt: z.string().nullable(),
  text: z.string().nullable(),
})

/** What a post's state was read from. */
export const stateEvidenceSchema = z.object({
  words: z.string().nullable(),
  /** Address whose answer or page said so, and the status that counted. */
  where: z.string(),
  status: z.int().nullable(),
})

/** What a post has besides its words where that is known. */
export const postContext = {
  quote: postReferenceSchema.optional(),
  replyTo: postReferenceSchema.optional(),
  stateEvidence: stateEvidenceSchema.optional(),
  /** The frame that showed it, its words as they stood there, and what was made out of them. */
  seen: z
    .object({
      url: z.string(),
      text: z.string(),
      post: z
        .object({
          author: z.string().nullable(),
          handle: z.string().nullable(),
          postedAt: z.string().nullable(),
          text: z.string().nullable(),
          media: z.array(postMediaSchema),
          quote: postReferenceSchema.optional(),
          replyTo: postReferenceSchema.optional(),
        })
        .optional(),
    })
    .optional(),
}

export const postSchema = z.object({
  key: z.string(),
  platform: z.enum(PLATFORMS),
  postId: z.string().nullable(),
  url: z.string().nullable(),
  author: z.string().nullable(),
  handle: z.string().nullable(),
  postedAt: z.string().nullable(),
  postedAtFrom: z.enum(['page', 'id']).nullable(),
  text: z.string().nullable(),
  media: z.array(postMediaSchema),
  form: z.enum(POST_FORMS),
  state: z.enum(POST_STATES),
  blockIndex: z.int().nullable(),
  embeddedAs: z.string().optional(),
  ...postContext,
})

export const articleSchema = z.object({
  format: z.literal('stet-article/1'),
  /** Set where the page is a post's own. */
  kind: z.literal('post').optional(),
  cleaner: z.string(),
  title: z.string().nullable(),
  byline: z.array(z.string()),
  site: z.string().nullable(),
  published: z.string().nullable(),
  modified: z.string().nullable(),
  section: z.string().nullable(),
  language: z.string().nullable(),
  canonicalUrl: z.string().nullable(),
  origins: z.record(z.string(), z.string()),
  dir: z.enum(['ltr', 'rtl']),
  blocks: z.array(blockSchema),
  posts: z.array(postSchema),
  removed: z.array(z.object({ rule: z.string(), text: z.string() })),
  words: z.int(),
})
export type ArticleView = DeepReadonly<z.infer<typeof articleSchema>>
