import { useTranslation } from 'react-i18next'
import type { Block, ListItem } from './article-types.ts'
import type { Reading } from '../../../../archive/contract/source.ts'
import { PostCard } from '../../../ui/PostCard.tsx'
import { picturesOf } from '../../posts/pictures-of.tsx'
import styles from './Article.module.css'
import { Figure } from './Picture.tsx'
import { RichText } from './RichText.tsx'

export interface BlockViewProps {
  readonly block: Block
  readonly reading: Reading
  /** Rank of a heading block on this screen, 3 to 6. */
  readonly rank: number
}

/** One block of the article. */
export function BlockView({ block, reading, rank }: BlockViewProps) {
  const { t } = useTranslation('source')
  const { snapshot, article, pictures, sizes } = reading
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${rank}` as 'h3'
      return (
        <Heading>
          <RichText {...block} />
        </Heading>
      )
    }
    case 'paragraph':
      if (block.role === 'correction') {
        return (
          <div className={styles['correction']}>
            <span>{t('read.correction')}</span>
            <p>
              <RichText {...block} />
            </p>
          </div>
        )
      }
      return (
        <p data-role={block.role}>
          <RichText {...block} />
        </p>
      )
    case 'list':
      return <Items items={block.items} ordered={block.ordered} />
    case 'quote':
      return (
        <blockquote>
          {block.paragraphs.map((paragraph, index) => (
            <p key={index}>
              <RichText {...paragraph} />
            </p>
          ))}
          {block.cite !== null && <cite>{block.cite}</cite>}
        </blockquote>
      )
    case 'figure': {
      const path = block.src === null ? null : (pictures[block.src] ?? null)
      const size = path === null ? undefined : sizes[path]
      return <Figure figure={block} snapshotId={snapshot.snapshotId} path={path} size={size} />
    }
    case 'table':
      return (
        <div
          className={styles['wide']}
          role="region"
          tabIndex={0}
          aria-label={block.caption ?? t('read.blocks')}
        >
          <table>
            {block.caption !== null && <caption>{block.caption}</caption>}
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={index}>
                  {row.map(({ header, colspan, rowspan, text, spans }, column) => {
                    const Cell = header ? 'th' : 'td'
                    return (
                      <Cell key={column} colSpan={colspan} rowSpan={rowspan}>
                        <RichText text={text} spans={spans} />
                      </Cell>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    case 'code':
      return (
        <pre className={styles['wide']} tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      )
    case 'post': {
      const post = article.posts.find(({ key }) => key === block.post)
      return post ? (
        <PostCard
          post={post}
          language={article.language}
          {...picturesOf({ snapshots: [snapshot.snapshotId] })}
        />
      ) : (
        <p className={styles['soft']}>{t('read.postMissing')}</p>
      )
    }
  }
}

function Items({ items, ordered }: { readonly items: readonly ListItem[]; readonly ordered: boolean }) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List>
      {items.map((item, index) => (
        <li key={index}>
          <RichText text={item.text} spans={item.spans} />
          {item.items && <Items items={item.items} ordered={item.ordered ?? false} />}
        </li>
      ))}
    </List>
  )
}
