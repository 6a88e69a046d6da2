import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface Finished {
  readonly status: number | null
  readonly seconds: number
  readonly stdout: string
  /** Largest resident set seen, in bytes; sampled from /proc every 50 ms, 0 where there is none. */
  readonly peakBytes: number
}

function residentPeak(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

/** Runs a command to its end and measures it from outside. */
export function measure(command: string, args: readonly string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const begun = performance.now()
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] })
    let stdout = ''
    let peakBytes = 0
    const timer = setInterval(() => (peakBytes = Math.max(peakBytes, residentPeak(child.pid))), 50)
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.on('error', error => {
      clearInterval(timer)
      reject(error)
    })
    child.on('close', status => {
      clearInterval(timer)
      resolve({ status, seconds: (performance.now() - begun) / 1000, stdout, peakBytes })
    })
  })
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN
}
