import type { CaptureStep, Job } from '../../archive/contract/jobs.ts'
import { SECRET } from '../support/fake-browser.ts'
import { jobWhen, type Calls } from '../support/service.ts'

/** What the archive of the contract test holds. */
export interface World {
  readonly sourceId: string
  /** Of one story, oldest first. */
  readonly snapshotIds: readonly string[]
  /** A page that can be captured. */
  readonly url: string
  /** A snapshot that this run may purge. */
  readonly spare: string
}

type Case = (calls: Calls, world: World) => Promise<unknown>

const ended = (calls: Calls, jobId: string) => jobWhen(calls, jobId, job => job.state !== 'running')

/** What is the same of a job each time it is done: not its id, nor how its captures were numbered. */
function sameOf({ kind, state, done, total, resumed, error, items }: Job) {
  const steps: readonly CaptureStep[] = items.map(item => item.step)
  return { kind, state, done, total, resumed, error, steps }
}

async function run(calls: Calls, started: Promise<{ readonly jobId: string }>): Promise<unknown> {
  const { jobId } = await started
  const job = await ended(calls, jobId)
  await calls.jobs.dismiss({ jobId })
  return sameOf(job)
}

async function signedIn(calls: Calls) {
  const steps = []
  const ask = { name: 'Quay Post', url: 'https://quay.example/login' }
  for await (const event of await calls.profiles.signIn(ask)) steps.push(event)
  return steps
}

/** Does each call at least once and puts things back as they were, so that the next transport finds the same. */
export const CASES: Readonly<Record<string, Case>> = {
  'archive.status': calls => calls.archive.status(),
  'archive.open': calls => calls.archive.open({ access: 'write' }),
  'archive.events': async calls => {
    const stop = new AbortController()
    const events = await calls.archive.events(undefined, { signal: stop.signal })
    const first = await events.next()
    await events.return?.()
    stop.abort()
    return first
  },

  'library.list': calls => calls.library.list({ query: 'ferry', sort: 'title' }),
  'library.ids': calls => calls.library.ids({}),
  'library.facets': calls => calls.library.facets({}),
  'library.marks': (calls, { sourceId }) => calls.library.marks({ sourceIds: [sourceId, 'none'] }),

  'source.get': (calls, { sourceId }) => calls.source.get({ sourceId }),
  'source.marks': (calls, { sourceId }) => calls.source.marks({ sourceId }),
  'source.posts': (calls, { sourceId }) => calls.source.posts({ sourceId }),
  'source.history': (calls, { sourceId }) => calls.source.history({ sourceId }),

  'snapshot.read': (calls, { snapshotIds }) => calls.snapshot.read({ snapshotId: snapshotIds[0]! }),
  'snapshot.evidence': (calls, { snapshotIds }) => calls.snapshot.evidence({ snapshotId: snapshotIds[0]! }),
  'snapshot.page': (calls, { snapshotIds }) => calls.snapshot.page({ snapshotId: snapshotIds[0]! }),
  'snapshot.file': (calls, { snapshotIds }) =>
    calls.snapshot.file({ snapshotId: snapshotIds[0]!, path: 'data/article.txt' }),
  'snapshot.verify': (calls, { snapshotIds }) => calls.snapshot.verify({ snapshotId: snapshotIds[0]! }),
  'snapshot.purge': (calls, { spare }) => calls.snapshot.purge({ snapshotId: spare, reason: 'Kept twice.' }),

  'compare.pair': (calls, { snapshotIds }) =>
    calls.compare.pair({ from: snapshotIds[0]!, to: snapshotIds[1]! }),
  'compare.screens': (calls, { snapshotIds }) =>
    calls.compare.screens({ from: snapshotIds[0]!, to: snapshotIds[1]! }),
  'jobs.exportReport': async (calls, { snapshotIds }) => {
    const { jobId } = await calls.jobs.exportReport({ from: snapshotIds[0]!, to: snapshotIds[1]! })
    const { kind, state, exported } = await ended(calls, jobId)
    await calls.jobs.dismiss({ jobId })
    return { kind, state, as: exported?.as }
  },
  'posts.list': calls => calls.posts.list({}),
  'activity.log': calls => calls.activity.log({ before: 5, limit: 3 }),

  'jobs.capture': (calls, { url }) => run(calls, calls.jobs.capture({ urls: [url] })),
  'jobs.import': calls =>
    run(calls, calls.jobs.import({ files: [new File(['A headline\n\nAnd its words.'], 'a page.txt')] })),
  'jobs.verify': calls => run(calls, calls.jobs.verify()),
  'jobs.rebuild': async calls => {
    const { jobId } = await calls.jobs.rebuild()
    const { kind, state, error } = await ended(calls, jobId)
    await calls.jobs.dismiss({ jobId })
    return { kind, state, error }
  },
  'jobs.demo': calls => run(calls, calls.jobs.demo()),
  'jobs.export': async (calls, { sourceId }) => {
    const { jobId } = await calls.jobs.export({ scope: { sourceIds: [sourceId] }, as: 'warc' })
    const { kind, state, done, total, exported } = await ended(calls, jobId)
    await calls.jobs.dismiss({ jobId })
    // Its name tells the second it was made in, and so does what is in it.
    return { kind, state, done, total, exported: exported && { as: exported.as, of: exported.snapshots } }
  },
  'jobs.exportSize': async (calls, { sourceId, snapshotIds }) => [
    await calls.jobs.exportSize({ scope: 'all' }),
    await calls.jobs.exportSize({ scope: { sourceIds: [sourceId] } }),
    await calls.jobs.exportSize({ scope: { snapshotIds: [snapshotIds[0]!] } }),
  ],
  'jobs.get': async calls => {
    const { jobId } = await calls.jobs.verify()
    await ended(calls, jobId)
    const job = await calls.jobs.get({ jobId })
    await calls.jobs.dismiss({ jobId })
    return sameOf(job)
  },
  'jobs.list': async calls => {
    const { jobId } = await calls.jobs.verify()
    await ended(calls, jobId)
    const { jobs } = await calls.jobs.list()
    await calls.jobs.dismiss({ jobId })
    return jobs.map(sameOf)
  },
  'jobs.cancel': async (calls, { url }) => {
    const { jobId } = await calls.jobs.capture({ urls: [`${url}-never`] })
    await jobWhen(calls, jobId, job => job.items[0]?.step === 'page')
    const answer = await calls.jobs.cancel({ jobId })
    const job = await ended(calls, jobId)
    await calls.jobs.dismiss({ jobId })
    return { answer, state: job.state }
  },
  'jobs.retry': async calls => {
    const { jobId } = await calls.jobs.import({ files: [new File(['%PDF-1.7 no page'], 'no-page.pdf')] })
    const first = await ended(calls, jobId)
    const again = await ended(calls, (await calls.jobs.retry({ jobId })).jobId)
    await calls.jobs.dismiss({ jobId: again.jobId })
    return [first, again].map(({ items, counts }) => ({ error: items[0]?.error, counts }))
  },
  'jobs.dismiss': async calls => {
    const { jobId } = await calls.jobs.verify()
    await ended(calls, jobId)
    return { answer: await calls.jobs.dismiss({ jobId }), left: await calls.jobs.list() }
  },

  'desk.createCollection': async (calls, { sourceId }) => {
    const made = await calls.desk.createCollection({ id: 'c1', name: 'Ferries', sourceIds: [sourceId] })
    await calls.desk.removeCollection({ id: 'c1' })
    return made
  },
  'desk.renameCollection': async calls => {
    await calls.desk.createCollection({ id: 'c1', name: 'Ferries' })
    const answer = await calls.desk.renameCollection({ id: 'c1', name: 'Boats' })
    return { answer, was: await calls.desk.removeCollection({ id: 'c1' }) }
  },
  'desk.removeCollection': async (calls, { sourceId }) => {
    await calls.desk.createCollection({ id: 'c1', name: 'Ferries', sourceIds: [sourceId] })
    return calls.desk.removeCollection({ id: 'c1' })
  },
  'desk.collect': async (calls, { sourceId }) => {
    await calls.desk.createCollection({ id: 'c1', name: 'Ferries' })
    const changed = [
      await calls.desk.collect({ id: 'c1', sourceIds: [sourceId], on: true }),
      await calls.desk.collect({ id: 'c1', sourceIds: [sourceId], on: true }),
    ]
    await calls.desk.removeCollection({ id: 'c1' })
    return changed
  },
  'desk.tag': async (calls, { sourceId }) => [
    await calls.desk.tag({ tag: 'islands', sourceIds: [sourceId], on: true }),
    await calls.desk.tag({ tag: 'islands', sourceIds: [sourceId], on: false }),
  ],
  'desk.seen': async (calls, { sourceId }) => {
    // What was looked at once is no news any more: the first call is, on the first transport only.
    await calls.desk.seen({ sourceId, version: 1 })
    return calls.desk.seen({ sourceId, version: 1 })
  },
  'desk.saveNote': async (calls, { snapshotIds }) => {
    const note = await calls.desk.saveNote({
      id: 'n1',
      about: snapshotIds[0]!,
      text: 'Ask the county.',
      place: { block: 1, quote: 'a third of the subsidy' },
    })
    await calls.desk.removeNote({ id: note.id })
    return note
  },
  'desk.removeNote': async (calls, { sourceId }) => {
    const { id } = await calls.desk.saveNote({ id: 'n1', about: sourceId, text: 'Ask the school.' })
    return calls.desk.removeNote({ id })
  },

  'profiles.list': async calls => {
    await signedIn(calls)
    const answer = await calls.profiles.list()
    await calls.profiles.remove({ name: 'Quay Post' })
    return answer
  },
  'profiles.signIn': async calls => {
    const steps = await signedIn(calls)
    await calls.profiles.remove({ name: 'Quay Post' })
    return steps
  },
  'profiles.importCookies': async calls => {
    const line = ['.quay.example', 'TRUE', '/', 'TRUE', '0', 'session', SECRET].join('\t')
    const file = new File([`# Netscape HTTP Cookie File\n${line}\n`], 'cookies.txt')
    const profile = await calls.profiles.importCookies({ name: 'Quay Post', file })
    await calls.profiles.remove({ name: 'Quay Post' })
    return profile
  },
  'profiles.remove': async calls => {
    await signedIn(calls)
    return { answer: await calls.profiles.remove({ name: 'Quay Post' }) }
  },

  'settings.get': calls => calls.settings.get(),
  'settings.set': async calls => {
    const before = await calls.settings.get()
    const changed = await calls.settings.set({ theme: 'dark' })
    await calls.settings.set(before)
    return changed
  },
}

/** Calls that must fail, and with which code. An input that is no input at all is tried of every call besides. */
export const FAILURES: readonly (readonly [name: string, input: unknown, code: string])[] = [
  ['source.get', { sourceId: 'none' }, 'not-found'],
  ['source.marks', { sourceId: 'none' }, 'not-found'],
  ['source.posts', { sourceId: 'none' }, 'not-found'],
  ['source.history', { sourceId: 'none' }, 'not-found'],
  ['snapshot.read', { snapshotId: '0000000000000000' }, 'not-found'],
  ['snapshot.evidence', { snapshotId: '0000000000000000' }, 'not-found'],
  ['snapshot.page', { snapshotId: '0000000000000000' }, 'not-found'],
  ['snapshot.file', { snapshotId: '0000000000000000', path: 'data/page.html' }, 'not-found'],
  ['snapshot.verify', { snapshotId: '0000000000000000' }, 'not-found'],
  ['snapshot.purge', { snapshotId: '0000000000000000', reason: 'Gone.' }, 'not-found'],
  ['compare.pair', { from: '0000000000000000', to: '0000000000000001' }, 'not-found'],
  ['compare.screens', { from: '0000000000000000', to: '0000000000000001' }, 'not-found'],
  ['jobs.get', { jobId: 'none' }, 'not-found'],
  ['jobs.cancel', { jobId: 'none' }, 'not-found'],
  ['jobs.retry', { jobId: 'none' }, 'not-found'],
  ['jobs.dismiss', { jobId: 'none' }, 'not-found'],
  ['jobs.capture', { urls: ['ftp://example.org/'] }, 'invalid-url'],
  ['jobs.exportSize', { scope: { sourceIds: ['none'] } }, 'not-found'],
  ['jobs.export', { scope: { sourceIds: [] } }, 'usage'],
  ['desk.seen', { sourceId: 'none', version: 1 }, 'not-found'],
  ['desk.renameCollection', { id: 'none', name: 'Boats' }, 'not-found'],
  ['desk.removeCollection', { id: 'none' }, 'not-found'],
  ['desk.removeNote', { id: 'none' }, 'not-found'],
  ['profiles.remove', { name: 'none' }, 'not-found'],
  ['library.list', { sort: 'colour' }, 'usage'],
  ['settings.set', { reading: { size: 4000 } }, 'usage'],
  ['jobs.import', { files: ['no file'] }, 'usage'],
]
