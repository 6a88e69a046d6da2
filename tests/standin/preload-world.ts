import type { decode as Decode, encode as Encode } from './codec.ts'

/*
 * The two functions below are sent into Chromium as source. The preload runs in an isolated world of its own
 * (CDP), as in Electron: it shares the document with the page and no object. The two worlds talk by events on
 * the window whose name only they know; what crosses is cloned, so neither can hold an object of the other.
 */

export interface WorldConfig {
  readonly secret: string
  readonly binding: string
  readonly platform: string
  readonly argv: readonly string[]
  readonly versions: Readonly<Record<string, string>>
  /** Of `app://stet`: what the page's own address stands for, and the address itself, by scheme. */
  readonly suffix: string
}

/** In the page's world, before its scripts: waits for what the preload exposes. */
export function mainWorld({ secret }: WorldConfig): void {
  if (window !== window.top) return
  const dispatch = window.dispatchEvent.bind(window)
  const Event = CustomEvent
  const freeze = Object.freeze.bind(Object)
  const define = Object.defineProperty.bind(Object)
  const callbacks = new Map<number, (...args: unknown[]) => unknown>()
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let next = 1
  let answer: { kind: string; value: unknown } | undefined

  const outgoing = (value: unknown): unknown => {
    if (typeof value === 'function') {
      const id = next++
      callbacks.set(id, value as (...args: unknown[]) => unknown)
      return { $callback: id }
    }
    return value
  }
  const fromAnswer = (reply: { kind: string; value: unknown }): unknown => {
    if (reply.kind === 'error') throw new Error(String(reply.value))
    if (reply.kind === 'function') return callable(reply.value as number)
    if (reply.kind !== 'promise') return reply.value
    return new Promise((resolve, reject) => pending.set(reply.value as number, { resolve, reject }))
  }
  const callable =
    (fn: number) =>
    (...args: unknown[]): unknown => {
      answer = undefined
      dispatch(new Event(`${secret}-call`, { detail: { fn, args: args.map(outgoing) } }))
      if (!answer) throw new Error('The preload did not answer.')
      return fromAnswer(answer)
    }
  const build = (shape: unknown): unknown => {
    if (shape === null || typeof shape !== 'object') return shape
    const { $fn, $object, $array } = shape as { $fn?: number; $object?: object; $array?: unknown[] }
    if ($fn !== undefined) return callable($fn)
    if ($array) return freeze($array.map(build))
    return freeze(Object.fromEntries(Object.entries($object ?? {}).map(([key, item]) => [key, build(item)])))
  }
  // Electron adds a `close` event to ports (its documentation, "MessagePorts"); Chromium alone has none.
  window.addEventListener('message', event => {
    for (const port of event.ports) {
      port.addEventListener('message', message => {
        if ((message.data as Record<string, unknown> | null)?.[secret] !== 'close') return
        message.stopImmediatePropagation()
        port.dispatchEvent(new Event('close'))
        port.close()
      })
    }
  })
  const listen = (name: string, listener: (detail: never) => void) =>
    window.addEventListener(`${secret}-${name}`, event => listener((event as CustomEvent).detail as never))
  listen('answer', (detail: { kind: string; value: unknown }) => (answer = detail))
  listen('settle', ({ id, ok, value }: { id: number; ok: boolean; value: unknown }) => {
    const waiting = pending.get(id)
    pending.delete(id)
    if (ok) waiting?.resolve(value)
    else waiting?.reject(new Error(String(value)))
  })
  listen('callback', ({ id, args }: { id: number; args: unknown[] }) => callbacks.get(id)?.(...args))
  listen('expose', ({ name, shape }: { name: string; shape: unknown }) =>
    define(window, name, { value: build(shape), enumerable: true }),
  )
}

/** In the preload's world: `require('electron')`, then the preload itself. */
export function preloadWorld(
  config: WorldConfig,
  encode: typeof Encode,
  decode: typeof Decode,
  preload: (...args: unknown[]) => void,
): void {
  if (window !== window.top) return
  type Listener = (...args: unknown[]) => void
  type Globals = Record<string, (text: string) => void>
  const { secret } = config
  const globals = window as unknown as Globals
  const native = globals[config.binding]!
  delete globals[config.binding]
  const toBase64 = (bytes: Uint8Array) => (bytes as unknown as { toBase64(): string }).toBase64()
  const fromBase64 = (text: string) =>
    (Uint8Array as unknown as { fromBase64(text: string): Uint8Array }).fromBase64(text)
  const toMain = (message: unknown) => native(encode(message, toBase64))
  const strict = (name: string, known: object) =>
    new Proxy(known, {
      get(object, key) {
        if (typeof key === 'string' && !(key in object) && key !== 'then') {
          const message = `The stand-in for Electron does not know ${name}.${key} in a preload.`
          toMain({ type: 'unknown', message })
          throw new Error(message)
        }
        return Reflect.get(object, key) as unknown
      },
    })

  // Ports: a channel inside the page whose far end is carried to main.
  const carried = new Map<number, MessagePort>()
  const makePort = (id: number): MessagePort => {
    const { port1, port2 } = new MessageChannel()
    carried.set(id, port2)
    port2.addEventListener('message', event => toMain({ type: 'port-data', id, data: event.data as unknown }))
    port2.start()
    return port1
  }

  const listeners = new Map<string, Set<Listener>>()
  const ofChannel = (channel: string) => {
    const set = listeners.get(channel) ?? new Set()
    listeners.set(channel, set)
    return set
  }
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let next = 1
  const on = (channel: string, listener: Listener) => (ofChannel(channel).add(listener), ipcRenderer)
  const off = (channel: string, listener: Listener) => (ofChannel(channel).delete(listener), ipcRenderer)
  const ipcRenderer: object = strict('ipcRenderer', {
    on,
    addListener: on,
    once: (channel: string, listener: Listener) => {
      const once: Listener = (...args) => (ofChannel(channel).delete(once), listener(...args))
      return on(channel, once)
    },
    off,
    removeListener: off,
    removeAllListeners: (channel: string) => (listeners.delete(channel), ipcRenderer),
    send: (channel: string, ...args: unknown[]) => toMain({ type: 'send', channel, args }),
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = next++
        waiting.set(id, { resolve, reject })
        toMain({ type: 'invoke', id, channel, args })
      }),
  })

  // The bridge into the page's world.
  const functions = new Map<number, Listener>()
  const dispatch = (name: string, detail: unknown) =>
    window.dispatchEvent(new CustomEvent(`${secret}-${name}`, { detail }))
  const shapeOf = (value: unknown): unknown => {
    if (typeof value === 'function') {
      const id = next++
      functions.set(id, value as Listener)
      return { $fn: id }
    }
    if (Array.isArray(value)) return { $array: value.map(shapeOf) }
    if (value !== null && typeof value === 'object') {
      return { $object: Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shapeOf(item)])) }
    }
    return value
  }
  const incoming = (value: unknown): unknown => {
    const id = (value as { $callback?: number } | null | undefined)?.$callback
    if (id === undefined) return value
    return (...args: unknown[]) => void dispatch('callback', { id, args })
  }
  window.addEventListener(`${secret}-call`, event => {
    const { fn, args } = (event as CustomEvent).detail as { fn: number; args: unknown[] }
    try {
      const result: unknown = (functions.get(fn) as (...args: unknown[]) => unknown)(...args.map(incoming))
      if (result instanceof Promise) {
        const id = next++
        dispatch('answer', { kind: 'promise', value: id })
        result.then(
          value => dispatch('settle', { id, ok: true, value: value as unknown }),
          (error: unknown) => dispatch('settle', { id, ok: false, value: (error as Error).message }),
        )
      } else if (typeof result === 'function') {
        dispatch('answer', { kind: 'function', value: (shapeOf(result) as { $fn: number }).$fn })
      } else {
        // Electron lets `ipcRenderer` through as an empty object, since version 29.
        dispatch('answer', { kind: 'value', value: result === ipcRenderer ? {} : result })
      }
    } catch (error) {
      dispatch('answer', { kind: 'error', value: (error as Error).message })
    }
  })
  const contextBridge = strict('contextBridge', {
    exposeInMainWorld: (name: string, api: unknown) => dispatch('expose', { name, shape: shapeOf(api) }),
  })

  // What main sends here; only main can call a function of this world.
  Object.defineProperty(window, secret, {
    value: (text: string) => {
      const message = decode(text, fromBase64) as {
        type: string
        id: number
        channel: string
        args: unknown[]
        ports: number[]
        data: unknown
        error: string | null
      }
      if (message.type === 'port-data') carried.get(message.id)?.postMessage(message.data)
      else if (message.type === 'port-close') {
        const port = carried.get(message.id)
        carried.delete(message.id)
        port?.postMessage({ [secret]: 'close' })
      } else if (message.type === 'answer') {
        const asked = waiting.get(message.id)
        waiting.delete(message.id)
        if (message.error === null) asked?.resolve(message.data)
        else asked?.reject(new Error(message.error))
      } else {
        const event = { sender: ipcRenderer, senderId: 0, ports: message.ports.map(makePort) }
        for (const listener of Array.from(ofChannel(message.channel))) listener(event, ...message.args)
      }
    },
  })

  // `app://stet` as a target means this page: its real address is another one here.
  const post = window.postMessage.bind(window) as (
    message: unknown,
    target: string,
    transfer: unknown,
  ) => void
  window.postMessage = ((message: unknown, target: string, transfer: unknown) => {
    const own = location.host.endsWith(config.suffix)
    const [host, scheme] = location.host.slice(0, -config.suffix.length).split(/\.(?=[^.]*$)/)
    post(message, own && target === `${scheme}://${host}` ? location.origin : target, transfer)
  }) as typeof window.postMessage

  const electron = strict('electron', { contextBridge, ipcRenderer })
  const require = (name: string) => {
    if (name === 'electron') return electron
    throw new Error(`A sandboxed preload cannot require ${name}.`)
  }
  const process = strict('process', {
    platform: config.platform,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    argv: config.argv,
    versions: config.versions,
    env: {},
  })
  const module = { exports: {} }
  try {
    preload(require, module.exports, module, process)
  } catch (error) {
    toMain({ type: 'unknown', message: `The preload failed: ${(error as Error).stack}` })
  }
}
