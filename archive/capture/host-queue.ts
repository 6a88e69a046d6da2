/** How hard one host may be asked. Shared by all captures of a process, so that ten captures are as polite as one. */
export interface HostQueueOptions {
  /** Exchanges with one host at a time. */
  readonly concurrencyPerHost: number
  /** Least time between the starts of two exchanges with one host, in milliseconds. */
  readonly delayMs: number
}

export const HOST_QUEUE_DEFAULTS: HostQueueOptions = Object.freeze({ concurrencyPerHost: 6, delayMs: 0 })

export interface HostQueue {
  /** Runs `task` when it is the host's turn. Rejects with the signal's reason where the wait is called off. */
  run<T>(host: string, signal: AbortSignal, task: () => Promise<T>): Promise<T>
  /** Starts nothing at this host for so long: what a Retry-After asks for. */
  holdBack(host: string, forMs: number): void
}

interface Lane {
  active: number
  /** `performance.now()` before which nothing starts. */
  opensAt: number
  timer: NodeJS.Timeout | null
  readonly waiting: (() => void)[]
}

export function createHostQueue(options: Partial<HostQueueOptions> = {}): HostQueue {
  const { concurrencyPerHost, delayMs } = { ...HOST_QUEUE_DEFAULTS, ...options }
  const lanes = new Map<string, Lane>()

  function laneOf(host: string): Lane {
    let lane = lanes.get(host)
    if (!lane) lanes.set(host, (lane = { active: 0, opensAt: 0, timer: null, waiting: [] }))
    return lane
  }

  function advance(host: string, lane: Lane): void {
    while (lane.waiting.length > 0 && lane.active < concurrencyPerHost) {
      const now = performance.now()
      if (now < lane.opensAt) {
        lane.timer ??= setTimeout(() => {
          lane.timer = null
          advance(host, lane)
        }, lane.opensAt - now)
        return
      }
      if (delayMs > 0) lane.opensAt = now + delayMs
      lane.active++
      lane.waiting.shift()!()
    }
    if (lane.active === 0 && lane.waiting.length === 0 && performance.now() >= lane.opensAt)
      lanes.delete(host)
  }

  function turn(host: string, lane: Lane, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = (): void => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      const leave = (): void => {
        lane.waiting.splice(lane.waiting.indexOf(start), 1)
        reject(signal.reason)
      }
      signal.addEventListener('abort', leave, { once: true })
      lane.waiting.push(start)
      advance(host, lane)
    })
  }

  return {
    async run(host, signal, task) {
      signal.throwIfAborted()
      const lane = laneOf(host)
      await turn(host, lane, signal)
      try {
        return await task()
      } finally {
        lane.active--
        advance(host, lane)
      }
    },
    holdBack(host, forMs) {
      const lane = laneOf(host)
      lane.opensAt = Math.max(lane.opensAt, performance.now() + forMs)
    },
  }
}
