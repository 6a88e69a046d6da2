/** Waits for `ms` milliseconds, or rejects with the signal's reason. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.reject(signal.reason as Error)
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal.addEventListener('abort', stop, { once: true })
  })
}

/** The outcome of `work`; rejects with the signal's reason where that comes first. Nobody hears of `work` then. */
export async function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => {})
  signal.throwIfAborted()
  let stop = (): void => {}
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason as Error)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work, stopped])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

export const LATE = Symbol('late')

/** The outcome of `work`, or `LATE` where it takes longer than `ms`. A failure of it and `signal` reject. */
export async function orLate<T>(work: Promise<T>, ms: number, signal: AbortSignal): Promise<T | typeof LATE> {
  work.catch(() => {})
  const done = new AbortController()
  const late = pause(ms, AbortSignal.any([signal, done.signal])).then((): typeof LATE => LATE)
  late.catch(() => {})
  try {
    return await Promise.race([work, late])
  } finally {
    done.abort()
  }
}

/** The outcome of `work`, or null where it takes longer than `ms` or fails. `signal` rejects. */
export async function orNull<T>(work: Promise<T>, ms: number, signal: AbortSignal): Promise<T | null> {
  const outcome = await orLate(
    work.catch(() => null),
    ms,
    signal,
  )
  return outcome === LATE ? null : outcome
}
