import { describe, expect, it } from 'vitest'
import { createHostQueue } from '../../archive/capture/index.ts'

const never = new AbortController().signal
const tick = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

/** A task that ends when told to. */
function gate(): { task: () => Promise<void>; open: () => void; started: () => boolean } {
  const { promise, resolve } = Promise.withResolvers<void>()
  let running = false
  return {
    task: () => {
      running = true
      return promise
    },
    open: () => resolve(),
    started: () => running,
  }
}

describe('the queue of a host', () => {
  it('runs so many at a time and the next when one is done, in order', async () => {
    const queue = createHostQueue({ concurrencyPerHost: 2 })
    const gates = [gate(), gate(), gate(), gate()]
    const runs = gates.map(one => queue.run('a.example', never, one.task))
    await tick()
    expect(gates.map(one => one.started())).toEqual([true, true, false, false])
    gates[1]!.open()
    await runs[1]
    await tick()
    expect(gates.map(one => one.started())).toEqual([true, true, true, false])
    for (const one of gates) one.open()
    await Promise.all(runs)
  })

  it('does not hold up other hosts', async () => {
    const queue = createHostQueue({ concurrencyPerHost: 1 })
    const [slow, other] = [gate(), gate()]
    const runs = [queue.run('a.example', never, slow.task), queue.run('b.example', never, other.task)]
    await tick()
    expect(other.started()).toBe(true)
    slow.open()
    other.open()
    await Promise.all(runs)
  })

  it('goes on after a task that failed', async () => {
    const queue = createHostQueue({ concurrencyPerHost: 1 })
    await expect(queue.run('a.example', never, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await queue.run('a.example', never, () => Promise.resolve('yes'))).toBe('yes')
  })

  it('lets a waiting one leave', async () => {
    const queue = createHostQueue({ concurrencyPerHost: 1 })
    const first = gate()
    const running = queue.run('a.example', never, first.task)
    const wish = new AbortController()
    const second = gate()
    const left = queue.run('a.example', wish.signal, second.task)
    wish.abort(new Error('enough'))
    await expect(left).rejects.toThrow('enough')
    first.open()
    await running
    expect(second.started()).toBe(false)
    expect(await queue.run('a.example', never, () => Promise.resolve(3))).toBe(3)
  })

  it('starts nothing at a host that asked to wait, until the time is over', async () => {
    const queue = createHostQueue()
    queue.holdBack('a.example', 40)
    const before = performance.now()
    await queue.run('a.example', never, () => Promise.resolve())
    expect(performance.now() - before).toBeGreaterThanOrEqual(39)
    await queue.run('b.example', never, () => Promise.resolve())
  })

  it('keeps the least time between two starts', async () => {
    const queue = createHostQueue({ concurrencyPerHost: 5, delayMs: 20 })
    const starts: number[] = []
    const note = (): Promise<void> => Promise.resolve(void starts.push(performance.now()))
    await Promise.all([1, 2, 3].map(() => queue.run('a.example', never, note)))
    expect(starts[2]! - starts[0]!).toBeGreaterThanOrEqual(39)
  })
})
