import { parseArgs } from 'node:util'
import { RPCHandler } from '@orpc/server/message-port'
import { createService } from '../../archive/service/index.ts'
import type { FromCore, ToCore } from '../core/messages.ts'
import { DesktopBrowser } from './desktop-browser.ts'
import { messageOf } from './message-of.ts'
import { PageAnswers } from './page-answers.ts'
import { tellMain } from './tell-main.ts'

// The core's process: holds the archive, and speaks the contract with whoever main gives a port to.

const { values } = parseArgs({ options: { archive: { type: 'string' } }, strict: true })
if (!values.archive) throw new Error('The core needs the folder of an archive: --archive DIR.')

// Ctrl-C in a terminal reaches every process; main hears it too, and ends this one in order.
process.on('SIGINT', () => {})

const main = process.parentPort
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, not a window
const send = (message: FromCore): void => main.postMessage(message)

// Main's answers are heard from the start: opening an archive goes on with its captures, which need their pages.
// The rest waits for the service.
const browser = new DesktopBrowser(send)
const held: Electron.MessageEvent[] = []
let hear = (event: Electron.MessageEvent): unknown => held.push(event)
main.on('message', event => {
  const message = event.data as ToCore
  if (message.type === 'browser') browser.answered(message, event.ports[0] ?? null)
  else hear(event)
})

const service = await createService({ dir: values.archive, browser })
const handler = new RPCHandler(service.router)
const pages = new PageAnswers(service, send)

const tellPath = (ask: number, path: Promise<string>): void =>
  void path.then(
    dir => send({ type: 'folder', ask, dir }),
    (error: unknown) => send({ type: 'refused', ask, message: messageOf(error) }),
  )

hear = ({ data, ports }) => {
  const message = data as Exclude<ToCore, { type: 'browser' }>
  switch (message.type) {
    case 'client': {
      const [port] = ports
      if (!port) return
      handler.upgrade(port)
      return port.start()
    }
    case 'folder':
      return tellPath(message.ask, service.folderOf(message.snapshotId))
    case 'export':
      return tellPath(message.ask, service.exportedFile(message.fileName))
    case 'page':
      return void pages.begin(message)
    case 'pull':
      return void pages.pull(message.ask)
    case 'cancel':
      return void pages.cancel(message.ask)
    case 'close':
      return void service.close().finally(() => {
        send({ type: 'closed' })
        process.exit(0)
      })
  }
}
for (const event of held.splice(0)) hear(event)

send({ type: 'ready' })
await tellMain(service, send)
