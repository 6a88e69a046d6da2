import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCHandler as FetchHandler } from '@orpc/server/fetch'
import { RPCHandler as PortHandler } from '@orpc/server/message-port'
import { CALLS_PATH } from '../../archive/contract/door.ts'
import type { Service } from '../../archive/service/index.ts'
import type { Calls } from '../support/service.ts'

export interface Transport {
  readonly calls: Calls
  readonly close: () => void
}

/** As the desktop speaks: through a pair of message ports. */
export function overPorts({ router }: Service): Transport {
  const { port1, port2 } = new MessageChannel()
  new PortHandler(router).upgrade(port1)
  const calls: Calls = createORPCClient(new PortLink({ port: port2 }))
  port1.start()
  port2.start()
  return { calls, close: () => port2.close() }
}

/** As the browser speaks: through requests and answers, without the network between. */
export function overFetch({ router }: Service): Transport {
  const handler = new FetchHandler(router)
  const calls: Calls = createORPCClient(
    new FetchLink({
      url: `http://stet.test${CALLS_PATH}`,
      fetch: async request => {
        const { matched, response } = await handler.handle(request, { prefix: CALLS_PATH })
        return matched ? response : new Response(null, { status: 404 })
      },
    }),
  )
  return { calls, close: () => {} }
}
