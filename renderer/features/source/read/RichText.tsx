import { createContext, Fragment, type ReactNode, useContext } from 'react'
import type { RichText as Rich } from './article-types.ts'
import type { Note } from '../../../../archive/contract/source.ts'
import { OutsideLink } from '../../../ui/OutsideLink.tsx'
import styles from './Article.module.css'
import { type Mark, markedParts, noteSpans, type Part } from './marks.ts'

/** Notes about the block that is being drawn, so that their words are marked in it. */
export const BlockNotes = createContext<readonly Note[]>([])

/** Words with their marks: emphasis, links (they open outside), and what notes are about. */
export function RichText({ text, spans }: Rich) {
  const notes = useContext(BlockNotes)
  return <Parts parts={markedParts(text, [...spans, ...noteSpans(text, notes)])} />
}

function Parts({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map((part, index) =>
    typeof part === 'string' ? (
      <Fragment key={index}>{part}</Fragment>
    ) : (
      <Marked key={index} mark={part.mark}>
        <Parts parts={part.parts} />
      </Marked>
    ),
  )
}

function Marked({ mark, children }: { readonly mark: Mark; readonly children: ReactNode }) {
  switch (mark.kind) {
    case 'link':
      return (
        <OutsideLink href={mark.href} plain>
          {children}
        </OutsideLink>
      )
    case 'note':
      return <span className={styles['noted']}>{children}</span>
    default: {
      const Element = mark.kind
      return <Element>{children}</Element>
    }
  }
}
