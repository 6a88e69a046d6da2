interface Answer {
  readonly id?: number
  readonly method?: string
  readonly params?: object
  readonly sessionId?: string
  readonly result?: { readonly sessionId?: string }
  readonly error?: { readonly message: string }
}

export interface CdpListener {
  /** `sessionId` is empty for the page itself, as in Electron. */
  message(method: string, params: object, sessionId: string): void
  closed(): void
}

/**
 * A page of a running Chromium over a socket of its own: playwright's sessions do not reach the frames and workers
 * that attach themselves to one.
 */
export class CdpSocket {
  _socket: WebSocket
  _pending = new Map<number, { resolve(result: object): void; reject(error: Error): void }>()
  _page = ''
  _listener: CdpListener
  _last = 0

  static async attach(endpoint: string, targetId: string, listener: CdpListener): Promise<CdpSocket> {
    const socket = new WebSocket(endpoint)
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve(), { once: true })
      socket.addEventListener('error', () => reject(new Error('No socket to Chromium.')), { once: true })
    })
    const cdp = new CdpSocket(socket, listener)
    const { sessionId } = await cdp._send('Target.attachToTarget', { targetId, flatten: true }, '')
    cdp._page = String(sessionId)
    return cdp
  }

  constructor(socket: WebSocket, listener: CdpListener) {
    this._socket = socket
    this._listener = listener
    socket.addEventListener('message', event => this._take(JSON.parse(String(event.data)) as Answer))
    socket.addEventListener('close', () => this._end())
  }

  send(method: string, params: object, sessionId: string): Promise<object> {
    return this._send(method, params, sessionId || this._page)
  }

  close(): void {
    this._socket.close()
  }

  _send(method: string, params: object, sessionId: string): Promise<{ readonly sessionId?: string }> {
    const id = ++this._last
    return new Promise((resolve, reject) => {
      this._pending.set(id, { resolve, reject })
      this._socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }))
    })
  }

  _take({ id, method, params = {}, sessionId = '', result = {}, error }: Answer): void {
    if (id !== undefined) {
      const pending = this._pending.get(id)
      this._pending.delete(id)
      if (error) pending?.reject(new Error(error.message))
      else pending?.resolve(result)
    } else if (method === 'Target.detachedFromTarget' && sessionId === '') {
      this._end()
      this._socket.close()
    } else if (method && sessionId !== '') {
      this._listener.message(method, params, sessionId === this._page ? '' : sessionId)
    }
  }

  _end(): void {
    for (const waiting of this._pending.values())
      waiting.reject(new Error('target closed while handling command'))
    this._pending.clear()
    this._listener.closed()
  }
}
