import { Hono } from 'hono'
import type { ServedService } from './served-service.ts'

export interface PagesDoorOptions {
  readonly service: Pick<ServedService, 'pageResponse'>
  /** `127.0.0.1:<port>` of this door. */
  readonly host: string
  /** Unguessable, first part of every path. A sandboxed frame has no cookies: this stands in for one. */
  readonly secret: string
  /** The only place that may show archived pages. */
  readonly appOrigin: string
}

/**
 * Archived pages, on an origin of their own: what they could do there, if they could do anything, would reach
 * nothing of the app. What they may do is said by `pageResponse`.
 */
export function pagesDoor({ service, host, secret, appOrigin }: PagesDoorOptions): Hono {
  const app = new Hono()
  const start = `/${secret}/`
  app.get('*', async c => {
    const { pathname } = new URL(c.req.url)
    if (c.req.header('host') !== host || !pathname.startsWith(start)) return c.text('Forbidden', 403)
    const [snapshotId = '', ...rest] = pathname.slice(start.length).split('/')
    const { status, headers, body } = await service.pageResponse(snapshotId, rest.join('/'), {
      range: c.req.header('range') ?? null,
      frameAncestors: appOrigin,
    })
    return new Response(body, { status, headers })
  })
  app.onError((_error, c) => c.text('This page cannot be shown.', 500))
  return app
}
