/**
 * A process that serves an archive until it is killed. Usage: node working-child.ts DIR, then one line of JSON on
 * standard input: `{ urls, files }`. Prints `open` when the archive is open, `promised` and the job's id once work
 * is acknowledged, and `saved` and the input for each result it was told of.
 */
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createService } from '../../archive/service/index.ts'
import { handlesOf } from '../support/service.ts'

// Straight to the descriptor: a line that was printed must be seen even when the process dies right after.
const say = (line: string) => writeSync(1, `${line}\n`)

setInterval(() => {}, 60_000) // nothing else keeps it alive when its work is done
const { calls } = handlesOf(await createService({ dir: process.argv[2]! }))
say('open')
const [line = ''] = await Array.fromAsync(createInterface({ input: process.stdin }))
const { urls, files } = JSON.parse(line) as { urls: string[]; files: string[] }

const events = await calls.archive.events()
if (urls.length > 0) say(`promised ${(await calls.jobs.capture({ urls, engine: 'http' })).jobId}`)
if (files.length > 0) {
  const bodies = files.map(
    name => new File([`The story of ${name}\n\nIts words are these, and no others.`], name),
  )
  say(`promised ${(await calls.jobs.import({ files: bodies })).jobId}`)
}

const said = new Set<string>()
for await (const event of events) {
  if (event.type !== 'job') continue
  for (const { input, result } of event.job.items) {
    if (result === null || said.has(input)) continue
    said.add(input)
    say(`saved ${input}`)
  }
}
