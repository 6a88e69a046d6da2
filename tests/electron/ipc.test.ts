import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { WebContents } from 'electron'
import { ownIpc } from '../../electron/ipc/own.ts'

type Handler = (event: unknown, sent: unknown) => unknown
const registered = vi.hoisted(() => new Map<string, Handler>())

vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, handler: Handler) => registered.set(channel, handler),
    on: (channel: string, handler: Handler) => registered.set(channel, handler),
  },
}))

const own = { send: () => {} } as unknown as WebContents
const app = { sender: own, senderFrame: { parent: null, url: 'app://stet/' } }
const page = { sender: own, senderFrame: { parent: null, url: 'snapshot://s0123456789abcdef/' } }
const frame = { sender: own, senderFrame: { parent: {}, url: 'app://stet/' } }
const other = { sender: {}, senderFrame: { parent: null, url: 'app://stet/' } }
const gone = { sender: own, senderFrame: null }

describe('main', () => {
  let heard: unknown[]
  beforeEach(() => {
    heard = []
    registered.clear()
    const ipc = ownIpc(() => own)
    ipc.handle('ask', async sent => void heard.push(sent))
    ipc.on('tell', (_sender, sent) => heard.push(sent))
    ipc.handle('fail', async () => {
      throw new Error('The folder is gone.')
    })
  })

  it('answers and hears the app', async () => {
    expect(await registered.get('ask')!(app, 1)).toEqual({ ok: true })
    registered.get('tell')!(app, 2)
    expect(heard).toEqual([1, 2])
  })

  it.each([
    ['an archived page', page],
    ['a frame', frame],
    ['another window', other],
    ['a frame that is gone', gone],
  ])('refuses %s', async (_who, event) => {
    expect(await registered.get('ask')!(event, 1)).toEqual({
      ok: false,
      message: 'Only the app itself may ask this.',
    })
    registered.get('tell')!(event, 2)
    expect(heard).toEqual([])
  })

  it('answers a failure with its words, and without a stack', async () => {
    expect(await registered.get('fail')!(app, null)).toEqual({ ok: false, message: 'The folder is gone.' })
  })
})
