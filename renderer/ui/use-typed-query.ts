import { useEffect, useRef, useState } from 'react'

/**
 * What stands in a search field, beside the query the place asks for. The query follows the field letter by letter;
 * the field follows the query only where somebody else changed it ("back", a chip): the answer to an earlier letter
 * takes none away.
 */
export function useTypedQuery(query: string, ask: (query: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(query)
  const asked = useRef<string[]>([])
  useEffect(() => {
    const own = asked.current.indexOf(query)
    if (own === -1) setText(query)
    asked.current.splice(0, own + 1)
  }, [query])
  const type = (typed: string) => {
    setText(typed)
    if (typed === text) return
    asked.current.push(typed)
    ask(typed)
  }
  return [text, type]
}
