import type { CdpSession } from '../../ports/browser.ts'
import { LATE, orLate } from './waiting.ts'

/** A page that is awake says so within this time, in milliseconds. */
const AWAKE_MS = 3_000

export interface BusyScriptsOptions {
  readonly signal: AbortSignal
  /** Breaks off the page's connections: a script may wait for an answer that never comes. */
  readonly hangUp: () => void
}

/**
 * Ends scripts that never come to an end: nothing else of their page runs meanwhile, and it could not be written
 * down. The browser takes these commands while a script runs.
 */
export class BusyScripts {
  readonly #options: BusyScriptsOptions
  readonly #times = new Map<CdpSession, number>()
  readonly #deaf = new WeakSet<CdpSession>()
  readonly #underWay = new Map<CdpSession, Promise<boolean>>()

  constructor(options: BusyScriptsOptions) {
    this.#options = options
  }

  /** Whether any script was stopped. */
  get stopped(): boolean {
    return this.#times.size > 0
  }

  /** Whether a target does not answer any more, whatever is done. */
  isDeaf(session: CdpSession): boolean {
    return this.#deaf.has(session)
  }

  /** Whether no script of a target runs any more, nor any timer of our own in it. */
  areOff(session: CdpSession): boolean {
    return (this.#times.get(session) ?? 0) > 1
  }

  /** Stops what runs in a target; the second time, for good. Says whether the target answers then. */
  stop(session: CdpSession): Promise<boolean> {
    let work = this.#underWay.get(session)
    if (!work) {
      work = this.#stop(session).finally(() => this.#underWay.delete(session))
      this.#underWay.set(session, work)
    }
    return work
  }

  /** Ends what runs in a target at this moment. While a question stands open, it ends once that is answered. */
  interrupt(session: CdpSession): void {
    this.#times.set(session, this.#times.get(session) ?? 1)
    session.send('Runtime.terminateExecution').catch(() => {})
  }

  async #stop(session: CdpSession): Promise<boolean> {
    this.#times.set(session, (this.#times.get(session) ?? 0) + 1)
    const send = (method: string, params = {}): void => void session.send(method, params).catch(() => {})
    if (this.areOff(session)) send('Emulation.setScriptExecutionDisabled', { value: true })
    send('Runtime.terminateExecution')
    if (await this.#isAwake(session)) return true
    this.#options.hangUp()
    if (await this.#isAwake(session)) return true
    this.#deaf.add(session)
    return false
  }

  async #isAwake(session: CdpSession): Promise<boolean> {
    const asked = session.send('Runtime.evaluate', { expression: '0' }).catch(() => null)
    return (await orLate(asked, AWAKE_MS, this.#options.signal)) !== LATE
  }
}
