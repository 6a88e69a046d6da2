import type { ArticleView } from '../../../../archive/contract/article.ts'

/** Parts of an article, as the contract has them. */
export type Block = ArticleView['blocks'][number]
export type FigureBlock = Extract<Block, { kind: 'figure' }>
export type ListItem = Extract<Block, { kind: 'list' }>['items'][number]
export type RichText = Pick<Extract<Block, { kind: 'paragraph' }>, 'text' | 'spans'>
export type Span = RichText['spans'][number]
