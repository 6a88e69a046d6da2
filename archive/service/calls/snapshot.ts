import type { ServiceContext } from '../context.ts'
import { os, sent } from '../os.ts'

export const snapshotHandlers = ({ archive, pages }: ServiceContext) => ({
  read: os.snapshot.read.handler(async ({ input }) =>
    sent(await archive().library.snapshots.read(input.snapshotId)),
  ),

  evidence: os.snapshot.evidence.handler(async ({ input: { snapshotId } }) => {
    return sent(await archive().evidence(snapshotId, pages.shownParts))
  }),

  page: os.snapshot.page.handler(async ({ input }) => sent(await pages.pageView(input.snapshotId))),

  file: os.snapshot.file.handler(async ({ input }) => {
    const { name, mime, bytes } = await archive().library.snapshots.file(input.snapshotId, input.path)
    return new File([new Uint8Array(bytes)], name, { type: mime })
  }),

  verify: os.snapshot.verify.handler(async ({ input, signal }) =>
    sent(await archive().verify([input.snapshotId], signal ? { signal } : {})),
  ),

  purge: os.snapshot.purge.handler(async ({ input }) => {
    await archive().purge(input.snapshotId, input.reason)
  }),
})
