import { join } from 'node:path'
import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron'
import { CHANNELS } from '../ipc/channels.ts'
import type { CapturePages } from '../capture/pages.ts'
import type { FromCore, ToCore } from './messages.ts'
import { Questions } from './questions.ts'
import { RestartPause } from './restart-pause.ts'

/** What the core says by itself. */
export type CoreNews = Extract<FromCore, { readonly type: 'archive' | 'settings' | 'job-ended' }>

export interface CoreProcessOptions {
  /** Folder of the archive, absolute. */
  readonly dir: string
  /** The core ended by itself and is being started again, or runs again after that. */
  readonly onState: (state: 'restarting' | 'running') => void
  readonly onNews: (news: CoreNews) => void
  /** Where the core gets its pages; what is open ends with the core. */
  readonly pages: Pick<CapturePages, 'give' | 'closeAll'>
}

/** Ceiling for an orderly end of the core. What it acknowledged is saved whether it makes that or not. */
const CLOSE_TIMEOUT_MS = 10_000
/** Flat build: the core's bundle lies beside main's. */
const CORE_FILE = join(import.meta.dirname, 'core.js')

/** The one process that holds the archive. It is started again when it ends by itself. */
export class CoreProcess {
  #dir: string
  #child: UtilityProcess | null = null
  #startedAt = 0
  #closing: Promise<void> | null = null
  #restarting = false
  readonly #options: CoreProcessOptions
  readonly #pause = new RestartPause()
  readonly #questions = new Questions()
  /** Windows that talk to the core; they get a new port when it is started again. */
  readonly #clients = new Set<WebContents>()

  constructor(options: CoreProcessOptions) {
    this.#options = options
    this.#dir = options.dir
  }

  get dir(): string {
    return this.#dir
  }

  start(): void {
    const child = utilityProcess.fork(CORE_FILE, ['--archive', this.#dir], { serviceName: 'Stet core' })
    this.#child = child
    this.#startedAt = Date.now()
    child.on('message', (message: FromCore) => this.#heard(child, message))
    child.once('exit', () => this.#ended(child))
    for (const client of this.#clients) this.#handPort(client)
  }

  /** Gives this window a port to the core, now and after every restart. */
  connect(client: WebContents): void {
    if (!this.#clients.has(client)) {
      this.#clients.add(client)
      client.once('destroyed', () => this.#clients.delete(client))
    }
    if (this.#child) this.#handPort(client)
  }

  /** Where a snapshot lies, or (null) the archive; absolute. */
  async folderOf(snapshotId: string | null): Promise<string> {
    const ask = this.#questions.newNumber()
    return this.#path({ type: 'folder', ask, snapshotId })
  }

  /** Where a file of the archive's `exports` folder lies, absolute. The core looks whether it is one. */
  async exportedFile(fileName: string): Promise<string> {
    const ask = this.#questions.newNumber()
    return this.#path({ type: 'export', ask, fileName })
  }

  async #path(question: Extract<ToCore, { readonly type: 'folder' | 'export' }>): Promise<string> {
    const answer = await this.#ask(question)
    if (answer.type !== 'folder') throw new Error(`The core answered a folder with ${answer.type}.`)
    return answer.dir
  }

  /** One request of an archived page. */
  async page(snapshotId: string, path: string, range: string | null): Promise<Response> {
    const ask = this.#questions.newNumber()
    const head = await this.#ask({ type: 'page', ask, snapshotId, path, range })
    if (head.type !== 'head') throw new Error(`The core answered a page with ${head.type}.`)
    const body = new ReadableStream<Uint8Array>(
      {
        pull: async controller => {
          const answer = await this.#ask({ type: 'pull', ask })
          if (answer.type === 'chunk') controller.enqueue(answer.bytes)
          else controller.close()
        },
        cancel: () => this.#send({ type: 'cancel', ask }),
      },
      { highWaterMark: 0 },
    )
    return new Response(body, { status: head.status, headers: head.headers })
  }

  /** Lets go of this archive and opens another. */
  async open(dir: string): Promise<void> {
    this.#dir = dir
    await this.close()
    this.#closing = null
    // Asked twice at once, the one that comes first has opened what was asked for last.
    if (!this.#child) this.start()
  }

  /** Ends the core in an orderly way, or, after a ceiling, anyhow. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    const child = this.#child
    if (!child) return
    await new Promise<void>(resolve => {
      const timer = setTimeout(() => child.kill(), CLOSE_TIMEOUT_MS)
      child.once('exit', () => {
        clearTimeout(timer)
        resolve()
      })
      this.#send({ type: 'close' })
    })
  }

  #handPort(client: WebContents): void {
    const { port1, port2 } = new MessageChannelMain()
    this.#child?.postMessage({ type: 'client' } satisfies ToCore, [port1])
    client.postMessage(CHANNELS.port, null, [port2])
  }

  #send(message: ToCore): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, not a window
    this.#child?.postMessage(message)
  }

  #ask(message: Extract<ToCore, { readonly ask: number }>) {
    const answer = this.#questions.next(message.ask)
    if (this.#child) this.#send(message)
    else this.#questions.refuseAll()
    return answer
  }

  #heard(child: UtilityProcess, message: FromCore): void {
    if ('ask' in message) return this.#questions.answered(message)
    if (message.type === 'ready') return this.#isReady()
    if (message.type === 'browser') return void this.#givePage(child, message)
    if (message.type !== 'closed') this.#options.onNews(message)
  }

  async #givePage(child: UtilityProcess, { want, wanted }: Extract<FromCore, { type: 'browser' }>) {
    const { given, port } = await this.#options.pages.give(wanted)
    if (child === this.#child) {
      const answer: ToCore = { type: 'browser', want, given }
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, not a window
      child.postMessage(answer, port ? [port] : [])
    } else port?.close()
  }

  #isReady(): void {
    if (!this.#restarting) return
    this.#restarting = false
    this.#options.onState('running')
  }

  #ended(child: UtilityProcess): void {
    if (this.#child !== child) return
    this.#child = null
    this.#options.pages.closeAll()
    this.#questions.refuseAll()
    if (this.#closing) return
    this.#restarting = true
    this.#options.onState('restarting')
    setTimeout(
      () => {
        if (!this.#closing && !this.#child) this.start()
      },
      this.#pause.next(Date.now() - this.#startedAt),
    )
  }
}
