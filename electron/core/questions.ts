import type { FromCore } from './messages.ts'

type Answer = Extract<FromCore, { readonly ask: number }>
type Refused = Extract<Answer, { readonly type: 'refused' }>

const CORE_GONE = 'The core of Stet ended before it answered. It is being started again; try once more.'

/** Questions that wait for the core; each waits for one answer at a time. */
export class Questions {
  #last = 0
  readonly #waiting = new Map<number, (answer: Answer) => void>()

  newNumber(): number {
    return ++this.#last
  }

  /** The next answer to this question. */
  next(ask: number): Promise<Exclude<Answer, Refused>> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(ask, answer =>
        answer.type === 'refused' ? reject(new Error(answer.message)) : resolve(answer),
      )
    })
  }

  answered(answer: Answer): void {
    const waiting = this.#waiting.get(answer.ask)
    this.#waiting.delete(answer.ask)
    waiting?.(answer)
  }

  /** The core is gone: nobody will answer. */
  refuseAll(): void {
    for (const ask of this.#waiting.keys()) this.answered({ type: 'refused', ask, message: CORE_GONE })
  }
}
