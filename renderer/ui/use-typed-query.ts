import { useEffect, useRef, useState } from 'react'

/** Long enough to leave out the letters of a quick hand, too short to be seen. */
const TYPING_MS = 25

/**
 * What stands in a search field, beside the query the place asks for. The query follows the field; the field follows
 * the query only where somebody else changed it ("back", a chip): an answer to an earlier letter takes none away.
 */
export function useTypedQuery(query: string, ask: (query: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(query)
  const asked = useRef<string[]>([])
  const latest = useRef({ query, ask })
  latest.current = { query, ask }
  useEffect(() => {
    const own = asked.current.indexOf(query)
    if (own === -1) setText(query)
    asked.current.splice(0, own + 1)
  }, [query])
  useEffect(() => {
    if (text === latest.current.query) return
    const timer = setTimeout(() => {
      asked.current.push(text)
      latest.current.ask(text)
    }, TYPING_MS)
    return () => clearTimeout(timer)
  }, [text])
  return [text, setText]
}
