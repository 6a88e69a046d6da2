import { EventEmitter } from 'node:events'
import type { MessagePortMain, WebContents } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CoreProcess } from '../../electron/core/core-process.ts'
import type { FromCore, ToCore } from '../../electron/core/messages.ts'
import { PageAnswers } from '../../electron/worker/page-answers.ts'

const forks = vi.hoisted(() => [] as unknown[])

vi.mock('electron', () => ({
  utilityProcess: {
    fork: (_file: string, args: readonly string[]) => {
      const child = new Child(args)
      forks.push(child)
      return child
    },
  },
  MessageChannelMain: class {
    readonly port1 = 'core end'
    readonly port2 = 'window end'
  },
}))

class Child extends EventEmitter {
  readonly heard: ToCore[] = []
  readonly ports: unknown[] = []
  readonly args: readonly string[]
  kill = vi.fn(() => this.emit('exit', 15))

  constructor(args: readonly string[]) {
    super()
    this.args = args
  }

  postMessage(message: ToCore, ports: readonly unknown[] = []): void {
    this.heard.push(message)
    this.ports.push(...ports)
    this.emit('heard', message)
  }

  says(message: FromCore): void {
    this.emit('message', message)
  }
}

const child = (): Child => forks.at(-1) as Child

/** Of captured pages, as far as the core's process has to do with them. */
class Pages {
  readonly wanted: unknown[] = []
  closed = 0
  port = { close: vi.fn() }
  give = async (wanted: unknown) => {
    this.wanted.push(wanted)
    return { given: { kind: 'page' as const }, port: this.port as unknown as MessagePortMain }
  }
  closeAll = () => void this.closed++
}

class Window extends EventEmitter {
  readonly ports: unknown[] = []
  postMessage = (_channel: string, _message: unknown, ports: readonly unknown[]) => this.ports.push(...ports)
}

describe('the core’s process', () => {
  let states: string[]
  let core: CoreProcess
  let pages: Pages

  beforeEach(() => {
    vi.useFakeTimers()
    forks.length = 0
    states = []
    pages = new Pages()
    const onState = (state: string) => states.push(state)
    core = new CoreProcess({ dir: '/archive', onState, onNews: () => {}, pages })
    core.start()
  })
  afterEach(() => vi.useRealTimers())

  it('is given the folder of the archive', () => {
    expect(child().args).toEqual(['--archive', '/archive'])
  })

  it('gets one end of a port and the window the other, again after a restart', async () => {
    const window = new Window()
    core.connect(window as unknown as WebContents)
    expect([child().ports, window.ports]).toEqual([['core end'], ['window end']])
    child().emit('exit', 9)
    await vi.runAllTimersAsync()
    expect(forks).toHaveLength(2)
    expect([child().ports, window.ports]).toEqual([['core end'], ['window end', 'window end']])
  })

  it('is given the pages it asks for, which end with it', async () => {
    const wanted = { kind: 'page', proxy: 'socks5://127.0.0.1:9' } as const
    child().says({ type: 'browser', want: 3, wanted })
    await vi.runAllTimersAsync()
    expect(pages.wanted).toEqual([wanted])
    expect([child().heard, child().ports]).toEqual([
      [{ type: 'browser', want: 3, given: { kind: 'page' } }],
      [pages.port],
    ])
    expect(pages.closed).toBe(0)
    child().emit('exit', 9)
    expect(pages.closed).toBe(1)
  })

  it('gets no page that was asked for by the one before it', async () => {
    const before = child()
    before.says({ type: 'browser', want: 1, wanted: { kind: 'sign-in' } })
    before.emit('exit', 9)
    await vi.runAllTimersAsync()
    expect([before.ports, child().ports]).toEqual([[], []])
    expect(pages.port.close).toHaveBeenCalledOnce()
  })

  it('says that it is started again only when it ended by itself', async () => {
    child().says({ type: 'ready' })
    expect(states).toEqual([])
    child().emit('exit', 9)
    await vi.runAllTimersAsync()
    child().says({ type: 'ready' })
    expect(states).toEqual(['restarting', 'running'])
  })

  it('refuses what was asked of a core that ended', async () => {
    const folder = core.folderOf(null)
    child().emit('exit', 9)
    await expect(folder).rejects.toThrow('being started again')
    await expect(core.folderOf(null)).rejects.toThrow('being started again')
  })

  it('is asked to end, and is not started again', async () => {
    const closed = core.close()
    expect(child().heard).toEqual([{ type: 'close' }])
    child().emit('exit', 0)
    await closed
    await vi.runAllTimersAsync()
    expect(forks).toHaveLength(1)
    expect(states).toEqual([])
    expect(child().kill).not.toHaveBeenCalled()
  })

  it('is ended when it does not end by itself in time', async () => {
    const closed = core.close()
    await vi.advanceTimersByTimeAsync(10_000)
    await closed
    expect(child().kill).toHaveBeenCalledOnce()
  })

  it('opens another archive once it has let go of this one', async () => {
    const opened = core.open('/other')
    expect(forks).toHaveLength(1)
    child().emit('exit', 0)
    await opened
    expect(child().args).toEqual(['--archive', '/other'])
    expect(states).toEqual([])
  })

  it('opens what was asked for last, in one process', async () => {
    const opened = [core.open('/b'), core.open('/c')]
    child().emit('exit', 0)
    await Promise.all(opened)
    expect(forks).toHaveLength(2)
    expect(child().args).toEqual(['--archive', '/c'])
  })
})

describe('an archived page on its way from the core to main', () => {
  const asked: unknown[] = []

  /** A core process whose other end is the real answering part over a service of one page. */
  function page(
    answer: () => { status: number; headers: Record<string, string>; body: Uint8Array<ArrayBuffer> | null },
  ) {
    forks.length = 0
    const core = new CoreProcess({ dir: '/archive', onState: () => {}, onNews: () => {}, pages: new Pages() })
    core.start()
    const answers = new PageAnswers(
      { pageResponse: async (...request) => (asked.push(request), answer()) },
      message => child().says(message),
    )
    child().on('heard', (message: ToCore) => {
      if (message.type === 'page') void answers.begin(message)
      if (message.type === 'pull') void answers.pull(message.ask)
    })
    return core
  }

  it('keeps status, headers and every byte', async () => {
    const body = new Uint8Array(300_000).map((_, index) => index % 251)
    const headers = { 'content-type': 'image/png', 'content-range': 'bytes 0-299999/400000' }
    const core = page(() => ({ status: 206, headers, body }))
    const response = await core.page('0123456789abcdef', 'resources/a.png', 'bytes=0-299999')
    expect(response.status).toBe(206)
    expect(Object.fromEntries(response.headers)).toMatchObject(headers)
    expect(await response.bytes()).toEqual(body)
    expect(asked.at(-1)).toEqual([
      '0123456789abcdef',
      'resources/a.png',
      { range: 'bytes=0-299999', frameAncestors: 'snapshot://s0123456789abcdef' },
    ])
  })

  it('may be empty', async () => {
    const response = await page(() => ({ status: 404, headers: {}, body: null })).page('x', '', null)
    expect([response.status, await response.text()]).toEqual([404, ''])
  })

  it('is refused in words where the core fails', async () => {
    const core = page(() => {
      throw new Error('The archive is closed.')
    })
    await expect(core.page('x', '', null)).rejects.toThrow('The archive is closed.')
  })
})
