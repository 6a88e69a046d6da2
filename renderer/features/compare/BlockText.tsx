import type { BlockPlace } from '../../../archive/contract/source.ts'
import { withoutQuoteSigns } from '../../ui/quote-signs.ts'
import styles from './BlockText.module.css'
import type { Segment } from './segments.ts'
import { SegmentText } from './SegmentText.tsx'
import { useText } from './text-context.ts'

export interface BlockTextProps {
  readonly block: BlockPlace
  readonly segments: readonly Segment[]
  readonly side: 'from' | 'to'
  readonly current: string | null
}

/** A block of an article with its marks, in the article's own language and direction. */
export function BlockText({ block, segments, side, current }: BlockTextProps) {
  const { view, onJump } = useText()
  const { dir, language } = view.pair[side]
  return (
    <p
      className={styles['block']}
      data-kind={block.kind}
      data-role={block.role ?? undefined}
      dir={dir}
      lang={language ?? undefined}
    >
      {segments.map((each, index) => {
        const segment = shownAs(block.kind, each)
        const stop = view.stopOfEntry.get(segment.entry) ?? null
        const isDown = view.movedDown.has(segment.entry) === (segment.side === 'from')
        return (
          <SegmentText
            key={index}
            segment={segment}
            stop={stop}
            isCurrent={stop !== null && stop === current}
            isDown={isDown}
            onJump={onJump}
          />
        )
      })}
    </p>
  )
}

function shownAs(kind: string, segment: Segment): Segment {
  const pieces = segment.pieces.map(({ text, mark }) => ({ text: withoutQuoteSigns(kind, text), mark }))
  return { ...segment, pieces, tail: withoutQuoteSigns(kind, segment.tail) }
}
