import { parseArgs } from 'node:util'
import { RPCHandler } from '@orpc/server/message-port'
import { createService } from '../../archive/service/index.ts'
import type { FromCore, ToCore } from '../core/messages.ts'
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

const service = await createService({ dir: values.archive })
const handler = new RPCHandler(service.router)
const pages = new PageAnswers(service, send)

main.on('message', ({ data, ports }) => {
  const message = data as ToCore
  switch (message.type) {
    case 'client': {
      const [port] = ports
      if (!port) return
      handler.upgrade(port)
      return port.start()
    }
    case 'folder':
      return void service.folderOf(message.snapshotId).then(
        dir => send({ type: 'folder', ask: message.ask, dir }),
        (error: unknown) => send({ type: 'refused', ask: message.ask, message: messageOf(error) }),
      )
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
})

send({ type: 'ready' })
await tellMain(service, send)
