import type { RichText, Span } from '../../model/article.ts'
import { element, join, words, type Markup } from './element.ts'

function lines(text: string): Markup {
  return join(text.split('\n').map(words), '<br>')
}

function wrap(span: Span, content: Markup): Markup {
  return span.kind === 'link'
    ? element('a', { href: span.href, rel: 'noreferrer' }, [content])
    : element(span.kind, {}, [content])
}

/** Words with marks as markup. Spans that cross one another are cut where they would overlap. */
export function richMarkup(rich: RichText): Markup {
  const render = (start: number, end: number, spans: readonly Span[]): Markup => {
    const parts: Markup[] = []
    let at = start
    for (let i = 0; i < spans.length;) {
      const span = spans[i]!
      const from = Math.max(span.start, at)
      const to = Math.min(span.end, end)
      let next = i + 1
      while (next < spans.length && spans[next]!.start < to) next++
      if (to > from) {
        parts.push(lines(rich.text.slice(at, from)), wrap(span, render(from, to, spans.slice(i + 1, next))))
        at = to
      }
      i = next
    }
    parts.push(lines(rich.text.slice(at, end)))
    return join(parts)
  }
  return render(0, rich.text.length, rich.spans)
}
