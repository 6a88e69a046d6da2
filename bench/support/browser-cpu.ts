import { readdirSync, readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

/** Fields of `/proc/<pid>/stat` after the name: the third is the process group, 12 to 15 are times. */
function statOf(pid: string): readonly string[] {
  return read(pid, 'stat').split(') ').at(-1)?.split(' ') ?? []
}

/** The processes of the browsers that a process started: each is a group, one of which names its folder. Linux only. */
function browserPids(pid: number): readonly string[] {
  const mark = `stet-browser-${pid}-`
  const all = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  const groups = new Set(all.filter(one => read(one, 'cmdline').includes(mark)).map(one => statOf(one)[2]))
  return all.filter(one => groups.has(statOf(one)[2]))
}

/** Processor seconds that the browsers of a process used so far, those of their ended helpers among them. */
export function browserCpuSeconds(pid = process.pid): number {
  const ticks = browserPids(pid).map(one => {
    return statOf(one)
      .slice(11, 15)
      .reduce((sum, field) => sum + Number(field), 0)
  })
  return ticks.reduce((sum, one) => sum + one, 0) / TICKS_PER_SECOND
}

/** Memory that the browsers of a process hold by themselves now, in bytes (proportional set size). */
export function browserMemory(pid = process.pid): number {
  const sizes = browserPids(pid).map(one =>
    Number(/^Pss:\s+(\d+)/m.exec(read(one, 'smaps_rollup'))?.[1] ?? 0),
  )
  return sizes.reduce((sum, one) => sum + one, 0) * 1024
}
