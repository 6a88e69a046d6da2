import type { CdpSession } from '../../ports/browser.ts'
import type { CaptureOptions } from '../options.ts'
import type { BusyScripts } from './busy-scripts.ts'
import { PREPARE_SOURCE, WATCH_SOURCE, WORLD } from './inside/index.ts'
import type { AttachedToTarget, Frame, FrameTree } from './protocol.ts'
import { orNull } from './waiting.ts'

/** A frame that is there, and the session its document is reached through. */
export interface LiveFrame {
  readonly frame: Frame
  readonly session: CdpSession
  /** Where the element that holds it is; null for the page itself. */
  readonly holder: CdpSession | null
}

export interface TargetsOptions {
  readonly options: CaptureOptions
  /** What the browser is to call itself. */
  readonly userAgent: string
  readonly signal: AbortSignal
  readonly scripts: BusyScripts
  /** Told of every session before anything runs in it: where to listen. */
  readonly onSession: (session: CdpSession) => void
}

/** A target with frames. `misses`: how often it was asked in vain, one time after the other. */
interface AttachedFrame {
  readonly session: CdpSession
  readonly parent: CdpSession | null
  misses: number
}

/** More frames than a reader could look at. */
const MAX_FRAMES = 200
/** A frame that is busy with itself does not answer; in milliseconds. */
const FRAME_MS = 2_000
/** Without the page itself there is nothing to keep; in milliseconds. */
const PAGE_MS = 10_000
/** A frame that was asked in vain so often is busy for good. */
const MAX_MISSES = 2
/** A page that asks more often than so asks for ever. */
const MAX_DIALOGS = 200
const RESPONSES = { patterns: [{ requestStage: 'Response' }], handleAuthRequests: true }
const ATTACH = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }
/** Little: bodies are taken on their way in, not asked for later. In bytes. */
const BUFFERS = { maxTotalBufferSize: 1, maxResourceBufferSize: 1 }

/** Names of languages alone: the browser weighs them itself. */
function languagesOf({ acceptLanguage }: CaptureOptions): string {
  const names = acceptLanguage.split(',').map(part => part.split(';', 1)[0]!.trim())
  return names.filter(name => name !== '' && name !== '*').join(',')
}

/** The page with all its frames and workers, each attached before it begins to run. */
export class Targets {
  readonly #page: CdpSession
  readonly #options: TargetsOptions
  #dialogs = 0
  /** Sessions of frames that run in processes of their own, by session id. */
  readonly #frames = new Map<string, AttachedFrame>()

  constructor(page: CdpSession, options: TargetsOptions) {
    this.#page = page
    this.#options = options
  }

  /** Makes the page ready. Commands are sent together: the browser works them off in order. */
  async prepare(): Promise<void> {
    const { viewport } = this.#options.options
    await Promise.all([
      ...this.#setUpFrame(this.#page),
      this.#page.send('Emulation.setDeviceMetricsOverride', {
        width: viewport.width,
        height: viewport.height,
        deviceScaleFactor: viewport.pixelRatio,
        mobile: false,
      }),
      this.#page.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
    ])
  }

  /** All frames of the page, the page's own first. A frame that goes away meanwhile is left out. */
  async frames(): Promise<readonly LiveFrame[]> {
    const trees = await Promise.all([
      this.#treeOf({ session: this.#page, parent: null, misses: 0 }, PAGE_MS),
      ...Array.from(this.#frames.values(), one => this.#treeOf(one, FRAME_MS)),
    ])
    const found: LiveFrame[] = []
    const add = (
      session: CdpSession,
      { frame, childFrames = [] }: FrameTree,
      holder: CdpSession | null,
    ): void => {
      // The browser shows a PDF with pages of its own, which are none of the page's.
      if (found.length >= MAX_FRAMES || frame.url.startsWith('chrome')) return
      found.push({ frame, session, holder })
      for (const child of childFrames) add(session, child, session)
    }
    for (const tree of trees) if (tree) add(tree.session, tree.frameTree, tree.parent)
    return found
  }

  async #treeOf(target: AttachedFrame, ms: number) {
    const { session, parent } = target
    const { signal, scripts } = this.#options
    if (scripts.isDeaf(session)) return null
    if (target.misses >= MAX_MISSES && !(await scripts.stop(session))) return null
    const answer = await orNull(session.send<{ frameTree: FrameTree }>('Page.getFrameTree'), ms, signal)
    target.misses = answer ? 0 : target.misses + 1
    return answer && { session, parent, frameTree: answer.frameTree }
  }

  #setUpFrame(session: CdpSession): Promise<unknown>[] {
    this.#listen(session)
    const { options, userAgent } = this.#options
    return [
      session.send('Page.enable'),
      session.send('Network.enable', BUFFERS),
      session.send('Network.setCacheDisabled', { cacheDisabled: true }),
      session.send('Network.setBypassServiceWorker', { bypass: true }),
      session.send('Fetch.enable', RESPONSES),
      session.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: languagesOf(options) }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH_SOURCE, worldName: WORLD }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: PREPARE_SOURCE }),
      session.send('Target.setAutoAttach', ATTACH),
    ]
  }

  #listen(session: CdpSession): void {
    this.#options.onSession(session)
    session.on<AttachedToTarget>('Target.attachedToTarget', event => void this.#attached(session, event))
    session.on<{ sessionId: string }>('Target.detachedFromTarget', ({ sessionId }) => {
      this.#frames.delete(sessionId)
    })
    // Nobody is there to answer; a page that may not be left is left.
    session.on<{ type: string }>('Page.javascriptDialogOpening', ({ type }) => {
      if (++this.#dialogs > MAX_DIALOGS && type !== 'beforeunload') this.#options.scripts.interrupt(session)
      session.send('Page.handleJavaScriptDialog', { accept: type === 'beforeunload' }).catch(() => {})
    })
  }

  async #attached(parent: CdpSession, { sessionId, targetInfo }: AttachedToTarget): Promise<void> {
    const session = parent.child(sessionId)
    const resume = () => session.send('Runtime.runIfWaitingForDebugger')
    const { type, targetId } = targetInfo
    let setUp: Promise<unknown>[]
    if (type === 'iframe') {
      this.#frames.set(sessionId, { session, parent, misses: 0 })
      session.on('Inspector.targetCrashed', () => this.#frames.delete(sessionId))
      setUp = this.#setUpFrame(session)
    } else if (type === 'worker' || type === 'shared_worker' || type === 'service_worker') {
      this.#options.onSession(session)
      setUp = [session.send('Network.enable', BUFFERS), session.send('Fetch.enable', RESPONSES)]
    } else if (type === 'page') {
      setUp = [session.send('Target.closeTarget', { targetId })]
    } else setUp = []
    // Not every kind of target knows every command, and any may be gone again.
    await Promise.allSettled([...setUp, resume()])
  }
}
