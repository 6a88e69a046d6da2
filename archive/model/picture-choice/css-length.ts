/** A browser window in CSS pixels. */
export interface Viewport {
  readonly width: number
  readonly height: number
  readonly pixelRatio: number
}

const PIXELS_PER: Readonly<Record<string, number>> = {
  px: 1,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  pt: 96 / 72,
  pc: 16,
}

function unitInPixels(value: number, unit: string, view: Viewport): number {
  const scale = PIXELS_PER[unit]
  if (scale !== undefined) return value * scale
  if (/^[sld]?vw$|^[sld]?vi$/.test(unit)) return (value * view.width) / 100
  if (/^[sld]?v[hb]$/.test(unit)) return (value * view.height) / 100
  if (/^[sld]?vmin$/.test(unit)) return (value * Math.min(view.width, view.height)) / 100
  if (/^[sld]?vmax$/.test(unit)) return (value * Math.max(view.width, view.height)) / 100
  return unit === '' ? value : Number.NaN
}

const TOKEN = /\s*([a-z-]+\(|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?[a-z%]*|[()*/,+-])/gy

function tokensOf(text: string): readonly string[] | null {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  let end = 0
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [, token = ''] = match
    const previous = tokens.at(-1)
    // "100vw-20px" is read as a difference, which authors mean and the tokenizer would take for two values.
    const glued =
      /^[-+]/.test(token) && token.length > 1 && previous !== undefined && /[\w%)]$/.test(previous)
    if (glued) tokens.push(token[0]!, token.slice(1))
    else tokens.push(token)
    end = TOKEN.lastIndex
  }
  return text.slice(end).trim() === '' && tokens.length > 0 ? tokens : null
}

class Expression {
  readonly #tokens: readonly string[]
  readonly #view: Viewport
  #at = 0

  constructor(tokens: readonly string[], view: Viewport) {
    this.#tokens = tokens
    this.#view = view
  }

  get atEnd(): boolean {
    return this.#at >= this.#tokens.length
  }

  sum(): number {
    let value = this.#product()
    for (let op = this.#tokens[this.#at]; op === '+' || op === '-'; op = this.#tokens[this.#at]) {
      this.#at++
      const next = this.#product()
      value = op === '+' ? value + next : value - next
    }
    return value
  }

  #product(): number {
    let value = this.#value()
    for (let op = this.#tokens[this.#at]; op === '*' || op === '/'; op = this.#tokens[this.#at]) {
      this.#at++
      const next = this.#value()
      value = op === '*' ? value * next : value / next
    }
    return value
  }

  #list(): number[] {
    const values = [this.sum()]
    while (this.#tokens[this.#at] === ',') {
      this.#at++
      values.push(this.sum())
    }
    if (this.#tokens[this.#at++] !== ')') return [Number.NaN]
    return values
  }

  #value(): number {
    const token = this.#tokens[this.#at++] ?? ''
    if (token === '(' || token === 'calc(' || token === '-webkit-calc(') return this.#list()[0]!
    if (token === 'min(') return Math.min(...this.#list())
    if (token === 'max(') return Math.max(...this.#list())
    if (token === 'clamp(') {
      const [low = Number.NaN, wish = Number.NaN, high = Number.NaN] = this.#list()
      return Math.max(low, Math.min(wish, high))
    }
    const match = /^([-+]?[\d.]+(?:e[-+]?\d+)?)([a-z%]*)$/.exec(token)
    return match ? unitInPixels(Number(match[1]), match[2]!, this.#view) : Number.NaN
  }
}

/** Nobody writes longer ones, in characters; it also bounds how deep parentheses can lie. */
const MAX_LENGTH = 1_000

/** A CSS length in pixels, `calc()`, `min()`, `max()` and `clamp()` included; null where it cannot be told. */
export function lengthInPixels(text: string, view: Viewport): number | null {
  if (text.length > MAX_LENGTH) return null
  const tokens = tokensOf(text.trim().toLowerCase())
  if (!tokens) return null
  const expression = new Expression(tokens, view)
  const value = expression.sum()
  return expression.atEnd && Number.isFinite(value) ? value : null
}
