const SKIP = new Set(['script', 'style', 'template', 'noscript', 'svg', 'iframe', 'head', 'title', 'button'])
const BLOCK = new Set(
  'p div section article aside header footer figure figcaption blockquote ul ol li dl dt dd h1 h2 h3 h4 h5 h6 table tr hr pre main nav address'.split(
    ' ',
  ),
)

/** Next node in document order that is not inside `node`, staying within `root`. */
export function nodeAfter(node: Node, root: Node): Node | null {
  let at: Node | null = node
  while (at && at !== root) {
    if (at.nextSibling) return at.nextSibling
    at = at.parentNode
  }
  return null
}

/** `instanceof` would need the window that made the node; its type number does not. */
export function isElement(node: Node): node is Element {
  return node.nodeType === 1
}

/** Lower-case tag name; empty for what is no element. */
export function tagOf(node: Node): string {
  return isElement(node) ? node.tagName.toLowerCase() : ''
}

/** Publishers' scripts turn emoji into pictures; the character is then in `alt`. */
function emojiOf(image: Element): string {
  const alt = image.getAttribute('alt') ?? ''
  return alt.length <= 16 && /^\p{Extended_Pictographic}|^\p{Regional_Indicator}/u.test(alt) ? alt : ''
}

/**
 * The words of an element as a reader sees them: `<br>` is a newline, blocks stand on lines of their own, white
 * space is collapsed, scripts and styles are left out. At most `maxLength` characters. Pages may nest
 * without end, so this walks instead of recursing.
 */
export function textOf(root: Node, options: { readonly maxLength?: number } = {}): string {
  const { maxLength = 20_000 } = options
  let out = ''
  const ends: Node[] = []
  for (let node: Node | null = root.firstChild; node && out.length < maxLength;) {
    const tag = tagOf(node)
    if (node.nodeType === 3) out += (node.nodeValue ?? '').replaceAll(/[\s\u00a0]+/g, ' ')
    else if (tag === 'br') out += '\n'
    else if (tag === 'img' && isElement(node)) out += emojiOf(node)
    else if (BLOCK.has(tag)) {
      if (!out.endsWith('\n\n')) out += '\n'
      ends.push(node)
    }
    let next: Node | null = SKIP.has(tag) ? null : node.firstChild
    next ??= nodeAfter(node, root)
    for (let end = ends.at(-1); end && !end.contains(next); end = ends.at(-1)) {
      ends.pop()
      if (!out.endsWith('\n\n')) out += '\n'
    }
    node = next
  }
  return tidy(out.slice(0, maxLength))
}

/** Collapses spaces, trims lines, and keeps at most one empty line between two. */
export function tidy(text: string): string {
  return text
    .split('\n')
    .map(line => line.replaceAll(/[ \t]+/g, ' ').trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

/** Whether an element shows neither words nor pictures. */
export function saysNothing(node: Node): boolean {
  if (node.nodeType === 3) return (node.nodeValue ?? '').trim() === ''
  if (node.nodeType !== 1) return true
  const tag = tagOf(node)
  if (SKIP.has(tag) && tag !== 'iframe') return true
  if (/^(?:img|picture|video|audio|iframe|object|embed|table|input|form|canvas|amp-.*)$/.test(tag))
    return false
  for (
    let at: Node | null = node.firstChild;
    at;
    at = at.firstChild && !SKIP.has(tagOf(at)) ? at.firstChild : nodeAfter(at, node)
  ) {
    if (at.nodeType === 3 && (at.nodeValue ?? '').trim() !== '') return false
    if (/^(?:img|picture|video|audio|iframe|object|embed|table|input|form|canvas|amp-.*)$/.test(tagOf(at)))
      return false
  }
  return true
}
