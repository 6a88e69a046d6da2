import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseRecents, withRecent } from '../../electron/archives/recents.ts'
import { Questions } from '../../electron/core/questions.ts'
import { RestartPause } from '../../electron/core/restart-pause.ts'
import { jobWords } from '../../electron/notify/job-words.ts'
import { appFile } from '../../electron/protocols/app-files.ts'
import { appHeaders } from '../../archive/contract/app-headers.ts'
import { EndedJobs } from '../../electron/worker/ended-jobs.ts'
import { en } from '../../electron/words/en.ts'

describe('files of the app', () => {
  const dir = join('/opt', 'renderer')

  it('are those of the renderer’s build', () => {
    expect(appFile(dir, 'app://stet/')).toBe(join(dir, 'index.html'))
    expect(appFile(dir, 'app://stet/assets/a%20b.js?x#y')).toBe(join(dir, 'assets', 'a b.js'))
  })

  it.each([
    'app://stet/..%2f..%2fetc%2fpasswd.json',
    'app://stet/%2e%2e/secret.json',
    'app://stet/..%5csecret.json',
    'app://stet/a%00.js',
    'app://stet/%',
    'app://other/index.html',
    'app://stet/server.ts',
  ])('are not at %s', address => {
    const file = appFile(dir, address)
    expect(file === null || file.startsWith(dir + '/')).toBe(true)
    if (!address.includes('%2e')) expect(file).toBeNull()
  })

  it('run scripts of their own only', () => {
    const policy = appHeaders(null)['content-security-policy']
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  })
})

describe('questions to the core', () => {
  it('are answered by number', async () => {
    const questions = new Questions()
    const [first, second] = [questions.next(1), questions.next(2)]
    questions.answered({ type: 'folder', ask: 2, dir: '/b' })
    questions.answered({ type: 'folder', ask: 1, dir: '/a' })
    expect(await first).toMatchObject({ dir: '/a' })
    expect(await second).toMatchObject({ dir: '/b' })
  })

  it('are refused in the core’s words', async () => {
    const questions = new Questions()
    const answer = questions.next(1)
    questions.answered({ type: 'refused', ask: 1, message: 'No snapshot x in this archive.' })
    await expect(answer).rejects.toThrow('No snapshot x in this archive.')
  })

  it('are all refused when the core ends', async () => {
    const questions = new Questions()
    const answers = [questions.next(1), questions.next(2)]
    questions.refuseAll()
    for (const answer of answers) await expect(answer).rejects.toThrow('being started again')
  })
})

describe('a core that ends by itself', () => {
  it('is started again at once, and more slowly the more often it dies young', () => {
    const pause = new RestartPause()
    expect([1, 1, 1, 1, 1, 1].map(() => pause.next(500))).toEqual([0, 1_000, 2_000, 5_000, 10_000, 10_000])
    expect(pause.next(60_000)).toBe(0)
    expect(pause.next(500)).toBe(0)
  })
})

describe('the end of a job', () => {
  const counts = { snapshots: 2, checks: 0, attempts: 1, failed: 0 }

  it('is told once, and not of jobs that ended before anybody looked', () => {
    const jobs = new EndedJobs()
    expect(jobs.justEnded({ jobId: 'old', state: 'done' })).toBe(false)
    expect(jobs.justEnded({ jobId: 'new', state: 'running' })).toBe(false)
    expect(jobs.justEnded({ jobId: 'new', state: 'done' })).toBe(true)
    expect(jobs.justEnded({ jobId: 'new', state: 'done' })).toBe(false)
  })

  it('is told in counts', () => {
    expect(jobWords({ kind: 'capture', state: 'done', counts }, en)).toEqual({
      title: 'Capture ended',
      body: 'New snapshots: 2 · Not reached: 1',
    })
  })

  it('is not told to the person who stopped it', () => {
    expect(jobWords({ kind: 'capture', state: 'cancelled', counts }, en)).toBeNull()
  })
})

describe('archives opened before', () => {
  it('are kept without repetition, the last one first', () => {
    expect(withRecent(['/a', '/b'], '/b')).toEqual(['/b', '/a'])
  })

  it.each([undefined, null, [], { archives: 'x' }, { archives: [1, ''] }])('are none in %j', kept => {
    expect(parseRecents(kept)).toEqual([])
  })
})
