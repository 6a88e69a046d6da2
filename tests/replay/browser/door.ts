import { listen } from '../../../archive/server/listen.ts'
import { pagesDoor } from '../../../archive/server/pages-door.ts'
import { openPages } from '../../../archive/replay/index.ts'
import type { BagFiles } from '../../../archive/replay/types.ts'

export interface PagesHost {
  readonly port: number
  /** The address of an archived page. */
  readonly urlOf: (snapshotId: string) => string
  readonly pages: ReturnType<typeof openPages>
  close(): Promise<void>
}

/** The pages door of the browser host over any bags. */
export async function servePages(filesOf: (snapshotId: string) => Promise<BagFiles>): Promise<PagesHost> {
  const pages = openPages(filesOf)
  let serve = (_request: Request): Response | Promise<Response> => new Response(null, { status: 503 })
  const door = await listen(0, request => serve(request))
  const host = `127.0.0.1:${door.port}`
  const service = { pageResponse: pages.respond }
  serve = pagesDoor({ service, host, secret: 'test', appOrigin: 'http://127.0.0.1' }).fetch
  return { port: door.port, urlOf: id => `http://${host}/test/${id}/`, pages, close: () => door.close() }
}
