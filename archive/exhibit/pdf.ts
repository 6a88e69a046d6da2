import { StetError } from '../errors.ts'
import type { BrowserSource, CdpSession } from '../ports/browser.ts'

/** No program listens there: what is printed needs nothing, and gets nothing. */
const NOWHERE = 'socks5://127.0.0.1:9'
const CHUNK_BYTES = 1024 * 1024
const PRINTS_WITHIN_MS = 60_000

const MILLIMETRES_TO_INCHES = 1 / 25.4
const A4 = { paperWidth: 210 * MILLIMETRES_TO_INCHES, paperHeight: 297 * MILLIMETRES_TO_INCHES }

async function readStream(session: CdpSession, handle: string): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  for (;;) {
    const { data, base64Encoded, eof } = await session.send<{
      data: string
      base64Encoded?: boolean
      eof: boolean
    }>('IO.read', { handle, size: CHUNK_BYTES })
    pieces.push(Buffer.from(data, base64Encoded ? 'base64' : 'utf8'))
    if (eof) break
  }
  await session.send('IO.close', { handle })
  return Buffer.concat(pieces)
}

async function print(session: CdpSession, html: string): Promise<Uint8Array> {
  const { frameTree } = await session.send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree')
  await session.send('Emulation.setScriptExecutionDisabled', { value: true })
  await session.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
  const { stream, data } = await session.send<{ stream?: string; data: string }>('Page.printToPDF', {
    ...A4,
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    transferMode: 'ReturnAsStream',
  })
  // The desktop prints by itself, and gives the file in one piece.
  return stream === undefined ? Buffer.from(data, 'base64') : readStream(session, stream)
}

/**
 * A page of our own as a PDF: tagged, with an outline, printed by the browser the engine uses. Throws `StetError`
 * `not-found` where there is none, `io` where it cannot print, `cancelled`.
 */
export async function printPdf(
  source: BrowserSource,
  html: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const browser = await source.get()
  const page = await browser.openPage({ proxy: NOWHERE })
  const stop = AbortSignal.any([signal, AbortSignal.timeout(PRINTS_WITHIN_MS), page.session.gone])
  const stopped = new Promise<never>((_resolve, reject) => {
    stop.addEventListener('abort', () => reject(stop.reason as Error), { once: true })
  })
  try {
    signal.throwIfAborted()
    return await Promise.race([print(page.session, html), stopped])
  } catch (error) {
    if (signal.aborted) throw new StetError('cancelled', 'Stopped. No PDF was written.')
    const message =
      'The browser could not print this document. Nothing was written; write it as HTML and print that from any browser.'
    throw new StetError('io', message, { program: browser.product }, error)
  } finally {
    await page.close()
  }
}
