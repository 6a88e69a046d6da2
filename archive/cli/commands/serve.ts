import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Command, InvalidArgumentError } from 'commander'
import { StetError } from '../../errors.ts'
import type { Session } from '../session.ts'

/** Where the app's own files are after a build. */
const RENDERER = fileURLToPath(new URL('../../../out/renderer', import.meta.url))

function portNumber(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InvalidArgumentError('a port is a number from 0 to 65535.')
  }
  return port
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise(resolve => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

interface ServeFlags {
  readonly port: number
  readonly open: boolean
}

async function serve({ port, open }: ServeFlags, session: Session): Promise<void> {
  if (!existsSync(join(RENDERER, 'index.html'))) {
    const message =
      'The app is not built yet, so there is nothing to serve. Run `npm start`, which builds it.'
    throw new StetError('not-found', message, { path: RENDERER })
  }
  const [{ createService }, { startServer }, { openBrowser }] = await Promise.all([
    import('../../service/index.ts'),
    import('../../server/index.ts'),
    import('../open-browser.ts'),
  ])
  const tell = (message: string): void => session.tell(message)
  const logger = { info: tell, warn: (message: string) => tell(`warning: ${message}`) }
  const service = await createService({ dir: session.dir, logger })
  try {
    const server = await startServer({ service, rendererDir: RENDERER, port })
    try {
      const { problem } = service.status()
      if (problem) session.tell(problem.message)
      session.print({ url: server.url }, () => `Stet is open at ${server.url}\nCtrl-C ends it.`)
      if (open) await openBrowser(server.onceUrl())
      await untilAborted(session.signal)
    } finally {
      await server.close()
    }
  } finally {
    await service.close()
  }
}

export function registerServe(program: Command, session: Session): void {
  program
    .command('serve')
    .description('open the app in a browser on this computer')
    .option('--port <n>', 'port of the app (default: a free one)', portNumber, 0)
    .option('--no-open', 'only print the address')
    .action((flags: ServeFlags) => serve(flags, session))
}
