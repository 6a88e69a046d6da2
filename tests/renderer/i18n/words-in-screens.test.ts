import { globSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

/** Attributes that a person reads or hears. */
const SPOKEN: ReadonlySet<string> = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'copyLabel',
  'description',
  'hint',
  'label',
  'placeholder',
  'title',
  'what',
])

/** Names that are the same in every language. */
const NAMES: ReadonlySet<string> = new Set(['stet', 'sha256'])

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** Words that stand in a screen's code instead of the dictionaries. */
function wordsIn(source: string): string[] {
  const found: string[] = []
  const say = (text: string) => {
    const words = text.match(/\p{L}[\p{L}\d'’-]+/gu) ?? []
    if (words.some(word => !NAMES.has(word))) found.push(text.trim())
  }
  // What an expression may come to; arguments of calls (`t('key')`) are none of its words.
  const sayExpression = (node: unknown): void => {
    if (!isNode(node)) return
    if (node.type === 'Literal' && typeof node['value'] === 'string') say(node['value'])
    if (node.type === 'TemplateLiteral') {
      for (const part of node['quasis'] as { value: { raw: string } }[]) say(part.value.raw)
      for (const inner of node['expressions'] as unknown[]) sayExpression(inner)
    }
    if (node.type === 'ConditionalExpression') [node['consequent'], node['alternate']].forEach(sayExpression)
    if (node.type === 'LogicalExpression') [node['left'], node['right']].forEach(sayExpression)
  }
  const visit = (node: Node): void => {
    if (node.type === 'JSXText') say(node['value'] as string)
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      for (const child of node['children'] as Node[]) {
        if (child.type === 'JSXExpressionContainer') sayExpression(child['expression'])
      }
    }
    if (node.type === 'JSXAttribute' && SPOKEN.has(String((node['name'] as Node)['name']))) {
      const value = node['value'] as Node | null
      sayExpression(value?.type === 'JSXExpressionContainer' ? value['expression'] : value)
    }
    for (const inner of Object.values(node)) {
      for (const each of Array.isArray(inner) ? inner : [inner]) if (isNode(each)) visit(each)
    }
  }
  const { program, errors } = parseSync('screen.tsx', source)
  expect(errors).toEqual([])
  visit(program as unknown as Node)
  return found
}

test('the scan finds words in elements, attributes and choices, and leaves keys and code alone', () => {
  const source = `
    export const Screen = ({ on }: { on: boolean }) => (
      <section aria-label="Written here" className="not shown">
        Also written
        {on ? 'Either this' : t('key.that')}
        <b title={\`Up to \${count}\`}>{t('some.key')} · {list.find((x: Array<string>) => x.length > 2)}</b>
      </section>
    )`
  expect(wordsIn(source)).toEqual(['Either this', 'Written here', 'Also written', 'Up to'])
})

test.each(globSync('renderer/**/*.tsx'))('%s takes its words from the dictionaries', file => {
  expect(wordsIn(readFileSync(file, 'utf8'))).toEqual([])
})
