import type { BodySink } from '../../ports/body-sink.ts'
import type { HarPart } from '../har-types.ts'
import { SERIALIZE_CALL } from './inside/index.ts'
import type { SerializedDocument } from './inside/serialize.ts'
import { orNull, type Tab } from './tab.ts'
import type { LiveFrame } from './targets.ts'

/** A frame's words, its document and where they came from. */
export interface FrameText {
  readonly url: string
  readonly text: string
  /** As rendered; what is drawn in it stands as a mark of the serializer. */
  readonly html: string
}

/** The page as rendered. */
export interface RenderedPage {
  /** `dom.html`: frames and drawings are files of the bag. */
  readonly stored: string
  /** The same for cleaning: frames under their own addresses, embeds as the page's author wrote them. */
  readonly forCleaning: string
  readonly text: string
  readonly frames: readonly FrameText[]
  readonly parts: readonly HarPart[]
  /** Documents of frames, as stored. */
  readonly frameDocuments: readonly string[]
  /** Drawings that stand in frames, as documents; they are kept as they came. */
  readonly drawings: readonly string[]
}

interface Read {
  readonly live: LiveFrame
  readonly contextId: number
  document: SerializedDocument | null
}

const NOTE_FRAME = 'function(id){this.stetFrame=id}'
const CALL_MS = 15_000
const STEP_MS = 3_000

/** Writes each frame's id onto the element that holds it, in our own world, so that documents can be joined. */
async function noteHolder(read: Read, reads: readonly Read[], signal: AbortSignal): Promise<void> {
  const { frame, holder } = read.live
  const parent =
    reads.find(one => one.live.frame.id === frame.parentId) ?? reads.find(one => one.live.session === holder)
  if (!holder || !parent) return
  const work = async (): Promise<void> => {
    const { backendNodeId } = await holder.send<{ backendNodeId: number }>('DOM.getFrameOwner', {
      frameId: frame.id,
    })
    const { object } = await holder.send<{ object: { objectId?: string } }>('DOM.resolveNode', {
      backendNodeId,
      executionContextId: parent.contextId,
    })
    await holder.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: NOTE_FRAME,
      arguments: [{ value: frame.id }],
    })
  }
  await orNull(work(), STEP_MS, signal)
}

async function readDocuments(
  tab: Tab,
  frames: readonly LiveFrame[],
  signal: AbortSignal,
): Promise<readonly Read[]> {
  const worlds = await Promise.all(
    frames.map(async live => ({ live, contextId: await tab.world(live.session, live.frame.id) })),
  )
  const reads: Read[] = worlds.flatMap(({ live, contextId }) =>
    contextId === null ? [] : [{ live, contextId, document: null }],
  )
  if (reads.length > 1) {
    const sessions = new Set(reads.map(({ live }) => live.session))
    await Promise.all(Array.from(sessions, session => orNull(session.send('DOM.enable'), STEP_MS, signal)))
    await Promise.all(reads.map(read => noteHolder(read, reads, signal)))
  }
  await Promise.all(
    reads.map(async read => {
      const { live, contextId } = read
      read.document = await tab.evaluate<SerializedDocument>(live.session, contextId, SERIALIZE_CALL, CALL_MS)
    }),
  )
  return reads
}

const FRAME_TOKEN =
  / (src|data)="stet-frame:([^"]*)" data-stet-src="([^"]*)"(?: data-stet-srcdoc="([^"]*)")?/g
/** Shown by a browser without a document of its own; kept as it came. */
const NO_DOCUMENT = /^(?:image|video|audio|font)\/|^application\/pdf$/
type FrameMatch = [token: string, name: string, id: string, src: string, srcdoc: string | undefined]

function asWritten(name: string, src: string, srcdoc: string | undefined): string {
  return ` ${name}="${src}"${srcdoc === undefined ? '' : ` srcdoc="${srcdoc}"`}`
}

const FILE_TOKEN = /stet-file:[bc]\d+/g
const EMBED = /<!--stet-quote-->([\s\S]*?)<!--stet-shown-->([\s\S]*?)<!--stet-end-->/g
const BOM = '\uFEFF'

/** Addresses in a frame's document are relative to where it came from, which its file no longer tells. */
function withBase(html: string, baseUrl: string): string {
  const base = `<base href="${baseUrl.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`
  const head = /<head(?:\s[^>]*)?>/i.exec(html)
  return head
    ? html.slice(0, head.index + head[0].length) + base + html.slice(head.index + head[0].length)
    : base + html
}

class Assembly {
  readonly #reads: readonly Read[]
  readonly #sink: BodySink
  readonly #stored = new Map<string, Promise<string | null>>()
  readonly parts = new Map<string, HarPart>()
  readonly frameDocuments: string[] = []

  constructor(reads: readonly Read[], sink: BodySink) {
    this.#reads = reads
    this.#sink = sink
  }

  async stored(document: SerializedDocument, isFrame: boolean): Promise<string> {
    const html = (await this.#withFiles(document, document.html)).replace(EMBED, '$2')
    const ids = [...new Set(Array.from(html.matchAll(FRAME_TOKEN), match => match[2]!))]
    const urns = new Map<string, string | null>()
    for (const id of ids) urns.set(id, await this.#frame(id))
    const joined = html.replace(FRAME_TOKEN, (...[, name, id, src, srcdoc]: FrameMatch) => {
      const urn = urns.get(id) ?? null
      return urn === null ? asWritten(name, src, srcdoc) : ` ${name}="${urn}" data-stet-src="${src}"`
    })
    const based = isFrame ? withBase(joined, document.baseUrl) : joined
    // The page may declare another encoding in its markup; the mark at the beginning counts before that.
    return document.charset === 'UTF-8' ? based : BOM + based
  }

  async forCleaning(document: SerializedDocument): Promise<string> {
    const html = await this.#withFiles(document, document.html)
    return html
      .replace(EMBED, '$1')
      .replace(FRAME_TOKEN, (...[, name, , src, srcdoc]: FrameMatch) => asWritten(name, src, srcdoc))
  }

  /** Keeps a frame's document and what is in it; its name in the bag, or null where it is gone. */
  #frame(id: string): Promise<string | null> {
    let stored = this.#stored.get(id)
    if (!stored) {
      const read = this.#reads.find(one => one.live.frame.id === id)
      const document = read?.document ?? null
      const hasOwn = document !== null && !NO_DOCUMENT.test(read?.live.frame.mimeType ?? '')
      stored = hasOwn ? this.#keepFrame(document) : Promise.resolve(null)
      this.#stored.set(id, stored)
    }
    return stored
  }

  async #keepFrame(document: SerializedDocument): Promise<string> {
    const html = await this.stored(document, true)
    this.frameDocuments.push(html)
    return this.#put(Buffer.from(html), 'text/html; charset=utf-8')
  }

  async #put(bytes: Uint8Array, mime: string): Promise<string> {
    const ref = await this.#sink.put(bytes, { mime: mime.split(';', 1)[0]!, url: '' })
    const url = `urn:sha256:${ref.sha256}`
    this.parts.set(url, { url, mimeType: mime, size: ref.bytes, _file: ref.path, _sha256: ref.sha256 })
    return url
  }

  async #withFiles({ files }: SerializedDocument, html: string): Promise<string> {
    const urns = new Map<string, string>()
    for (const { token, mime, base64 } of files) {
      urns.set(token, await this.#put(Buffer.from(base64, 'base64'), mime))
    }
    return html.replace(FILE_TOKEN, token => urns.get(token) ?? 'about:blank')
  }
}

/**
 * Writes down the page and its frames as they stand. Null where the page does not answer any more. Throws what the
 * sink throws, and the signal's reason.
 */
export async function renderedPage(
  tab: Tab,
  frames: readonly LiveFrame[],
  sink: BodySink,
  signal: AbortSignal,
): Promise<RenderedPage | null> {
  const reads = await readDocuments(tab, frames, signal)
  const main = reads.find(read => read.live.holder === null)?.document
  if (!main) return null
  const assembly = new Assembly(reads, sink)
  const stored = await assembly.stored(main, false)
  const forCleaning = await assembly.forCleaning(main)
  const texts = reads.flatMap(({ live, document }): FrameText[] =>
    live.holder === null || !document || document.text.trim() === ''
      ? []
      : [{ url: live.frame.url, text: document.text.trim(), html: document.html }],
  )
  return {
    stored,
    forCleaning,
    text: main.text.trim(),
    frames: texts,
    parts: [...assembly.parts.values()],
    frameDocuments: assembly.frameDocuments,
    drawings: reads.flatMap(({ live, document }) =>
      document && live.holder !== null && NO_DOCUMENT.test(live.frame.mimeType ?? '') ? [document.html] : [],
    ),
  }
}
