import { readImport, type Imported, type ImportOptions } from '../../../archive/capture/import/index.ts'

export function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'utf8')
}

export async function importBytes(
  fileName: string,
  content: string | Uint8Array,
  options: ImportOptions = {},
  modifiedAt: string | null = null,
): Promise<Imported> {
  return readImport(
    typeof content === 'string' ? bytesOf(content) : content,
    { fileName, modifiedAt },
    options,
  )
}

const BOUNDARY = '----=_part_7'

export interface Part {
  readonly headers: readonly string[]
  readonly body: string | Uint8Array
}

/** An MHTML file put together from its parts. */
export function mhtml(headers: readonly string[], parts: readonly Part[], lineEnd = '\r\n'): Uint8Array {
  const head = [
    ...headers,
    'MIME-Version: 1.0',
    `Content-Type: multipart/related; type="text/html";`,
    `\tboundary="${BOUNDARY}"`,
    '',
    '',
  ].join(lineEnd)
  const chunks = parts.flatMap(({ headers: lines, body }) => [
    Buffer.from(`--${BOUNDARY}${lineEnd}${lines.join(lineEnd)}${lineEnd}${lineEnd}`),
    Buffer.from(body),
    Buffer.from(lineEnd),
  ])
  return Buffer.concat([Buffer.from(head), ...chunks, Buffer.from(`--${BOUNDARY}--${lineEnd}`)])
}
