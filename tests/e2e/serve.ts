/** The browser host in a process of its own, so that a test can kill it: `node serve.ts <archive> <renderer>`. */
import { createService } from '../../archive/service/index.ts'
import { startServer } from '../../archive/server/index.ts'

const [dir, rendererDir] = process.argv.slice(2)
if (!dir || !rendererDir) throw new Error('serve.ts needs an archive and the built renderer.')
const service = await createService({ dir })
const server = await startServer({ service, rendererDir })

const end = async (): Promise<void> => {
  await server.close()
  await service.close()
  process.exit(0)
}
process.on('message', () => void end())
process.on('disconnect', () => void end())
process.send?.({ url: server.url })
