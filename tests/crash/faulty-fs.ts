import { nodeFs, type StoreFs } from '../../archive/store/fs.ts'

export type Fault =
  /** The process is gone: this call and all after it do nothing. */
  | 'stop'
  /** The same, after half of the bytes of a write got to the disk. */
  | 'tear'
  /** This one call fails with that error; those after it work. */
  | 'ENOSPC'
  | 'EIO'
  | 'EROFS'
  /** This call and all after it fail with that error. */
  | 'ENOSPC-on'
  | 'EIO-on'

const WRITES = ['writeNew', 'writeAt'] as const

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: made to fail`), { code })
}

/** The real file system until the call number `at` (from 1), where `fault` strikes. Counts the calls. */
export class FaultyFs {
  calls = 0
  struck: string | null = null
  readonly #at: number
  readonly #fault: Fault
  readonly fs: StoreFs

  constructor(at: number, fault: Fault) {
    this.#at = at
    this.#fault = fault
    const names = Object.keys(nodeFs) as (keyof StoreFs)[]
    const wrap = (name: keyof StoreFs) => [name, (...args: unknown[]) => this.#call(name, args)]
    this.fs = Object.fromEntries(names.map(wrap))
  }

  async #call(name: keyof StoreFs, args: unknown[]): Promise<unknown> {
    const number = ++this.calls
    const real = nodeFs[name] as (...args: unknown[]) => Promise<unknown>
    if (number < this.#at) return real(...args)
    const lasting = this.#fault === 'stop' || this.#fault === 'tear' || this.#fault.endsWith('-on')
    if (number > this.#at && !lasting) return real(...args)
    this.struck ??= name
    if (this.#fault === 'stop' || this.#fault === 'tear') {
      if (this.#fault === 'tear' && number === this.#at) await this.#half(name, args)
      throw failure('STOPPED')
    }
    throw failure(this.#fault.replace('-on', ''))
  }

  async #half(name: keyof StoreFs, args: unknown[]): Promise<void> {
    if (!WRITES.some(write => write === name)) return
    const index = args.findIndex(arg => arg instanceof Uint8Array)
    const bytes = args[index] as Uint8Array
    const half = args.with(index, bytes.subarray(0, bytes.length >> 1))
    await (nodeFs[name] as (...args: unknown[]) => Promise<unknown>)(...half)
  }
}
