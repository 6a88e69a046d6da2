import { RPCHandler } from '@orpc/server/fetch'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { appHeaders } from '../contract/app-headers.ts'
import { CALLS_PATH, DOOR_PATH, type Door, EXPORTS_PATH } from '../contract/door.ts'
import { MAX_UPLOAD_BYTES } from '../contract/jobs.ts'
import { exportedFiles } from './exported-files.ts'
import { guard, type GuardOptions } from './guard.ts'
import type { ServedService } from './served-service.ts'
import { staticFiles } from './static-files.ts'

export interface AppDoorOptions extends GuardOptions {
  readonly service: Pick<ServedService, 'router' | 'exportedFile'>
  /** Folder of the built renderer. */
  readonly rendererDir: string
  readonly pagesUrl: string
}

/** Names and forms around the files of an upload. */
const AROUND_UPLOAD_BYTES = 1024 * 1024

/** Everything on the app's own origin: the built app, its calls, and where archived pages are. */
export function appDoor({ service, rendererDir, pagesUrl, ...keys }: AppDoorOptions): Hono {
  const calls = new RPCHandler(service.router)
  const door: Door = { kind: 'browser', pagesUrl }
  const headers = Object.entries(appHeaders(new URL(pagesUrl).origin))
  const app = new Hono()

  app.use(async (c, next) => {
    await next()
    for (const [name, value] of headers) c.res.headers.set(name, value)
  })
  app.use(guard(keys))
  app.use(
    bodyLimit({
      maxSize: MAX_UPLOAD_BYTES + AROUND_UPLOAD_BYTES,
      onError: c => c.text('More was sent than Stet takes in one go; nothing of it was kept.', 413),
    }),
  )
  app.all(`${CALLS_PATH}/*`, async c => {
    const { matched, response } = await calls.handle(c.req.raw, { prefix: CALLS_PATH, context: {} })
    if (!matched) return c.text('Not found', 404)
    response.headers.set('cache-control', 'no-store')
    return response
  })
  app.get(DOOR_PATH, c => c.json(door, 200, { 'cache-control': 'no-store' }))
  app.get(`${EXPORTS_PATH}/:name`, exportedFiles(service))
  app.get('*', staticFiles(rendererDir))
  app.onError((_error, c) => c.text('Stet met a fault of its own. What it had acknowledged is saved.', 500))
  return app
}
