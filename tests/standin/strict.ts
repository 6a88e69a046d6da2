import { EventEmitter } from 'node:events'

/** Somebody asked the stand-in for a part of Electron it does not have: the test must fail, not pass by accident. */
export class UnknownElectronApi extends Error {
  constructor(what: string) {
    super(
      `The stand-in for Electron does not know ${what}. Add it to tests/standin/, or do without it in electron/.`,
    )
    this.name = 'UnknownElectronApi'
    // Main may swallow the error in a promise: whoever runs the test still reads it.
    process.stderr.write(`${this.message}\n`)
  }
}

/** Names that the language and its tools ask of any object. */
const ASKED_OF_ANYTHING = new Set(['then', 'toJSON', 'constructor', 'nodeType', 'asymmetricMatch'])

/** The object with every other name refused, for reading and for writing. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver): unknown {
      if (typeof key === 'string' && !(key in object) && !ASKED_OF_ANYTHING.has(key)) {
        throw new UnknownElectronApi(`${name}.${key}`)
      }
      return Reflect.get(object, key, receiver)
    },
    set(object, key, value, receiver) {
      if (typeof key === 'string' && !(key in object)) throw new UnknownElectronApi(`${name}.${key} =`)
      return Reflect.set(object, key, value, receiver)
    },
  })
}

/** An emitter that refuses names, and listeners for events, that it does not know. */
export class StrictEmitter extends EventEmitter {
  constructor(name: string, events: readonly string[]) {
    super()
    const known = new Set(events)
    for (const method of ['on', 'once', 'addListener', 'prependListener'] as const) {
      const own = this[method].bind(this)
      Object.defineProperty(this, method, {
        value: (event: string, listener: (...args: unknown[]) => void) => {
          if (!known.has(event)) throw new UnknownElectronApi(`the event "${event}" of ${name}`)
          own(event, listener)
          return proxy
        },
      })
    }
    const proxy = strict(name, this)
    return proxy
  }
}

/** Refuses options that the stand-in would silently ignore. */
export function knownOptions(name: string, options: object, known: readonly string[]): void {
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) throw new UnknownElectronApi(`the option ${key} of ${name}`)
  }
}

/** A list of names, as one line. */
export const words = (names: string): readonly string[] => names.trim().split(/\s+/)
