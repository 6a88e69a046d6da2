import { join } from 'node:path'
import { StetError } from '../../errors.ts'
import type { ListedPage } from './pages-list.ts'
import type { WaczSignature } from './signature.ts'
import { openWacz, type WaczFile } from './wacz-file.ts'

/** Most WACZ files that one may hold. */
const MAX_NESTED = 10_000

/** What came in one file: a WACZ, or several that somebody put together (`multi-wacz-package`). */
export interface WaczSet {
  /** Those with WARC files in them. */
  readonly files: readonly WaczFile[]
  /** Null where none of them lists any. */
  readonly pages: readonly ListedPage[] | null
  /** Of several: the one that gives most reason for doubt. */
  readonly signature: WaczSignature
  readonly problems: readonly string[]
  close(): void
}

const DOUBT: Readonly<Record<WaczSignature['state'], number>> = {
  signed: 0,
  unsigned: 1,
  unproven: 2,
  wrong: 3,
}

function signatureOf(outer: WaczFile, files: readonly WaczFile[]): WaczSignature {
  const all = outer.signature.state === 'unsigned' ? files : [outer, ...files]
  const doubtful = all.toSorted((a, b) => DOUBT[b.signature.state] - DOUBT[a.signature.state])[0]!
  const { name, signature } = doubtful
  return {
    ...signature,
    note: `${name === null ? '' : `Of the ${files.length} files inside, ${name}: `}${signature.note}`,
  }
}

/**
 * Opens a WACZ file and those inside it, which are unpacked into `dir`. `title` is what messages call it. One that cannot be opened is named, and the
 * others are read. Throws `bad-input` where nothing can be used.
 */
export async function openWaczSet(path: string, title: string, dir: string): Promise<WaczSet> {
  const outer = await openWacz(path, { title })
  if (outer.nested.length === 0) {
    const { pages, signature, problems } = outer
    return { files: [outer], pages, signature, problems, close: () => outer.zip.close() }
  }
  const files: WaczFile[] = []
  const problems = [...outer.problems]
  const close = () => {
    for (const { zip } of [outer, ...files]) zip.close()
  }
  try {
    for (const [i, name] of outer.nested.slice(0, MAX_NESTED).entries()) {
      const unpacked = join(dir, `nested-${i}.wacz`)
      try {
        await outer.zip.unpack(name, unpacked)
        const file = await openWacz(unpacked, { title: name, name })
        files.push(file)
        if (file.nested.length > 0)
          problems.push(`"${name}" holds WACZ files of its own, which were not read`)
        problems.push(...file.problems.map(problem => `${name}: ${problem}`))
      } catch (error) {
        if (!(error instanceof StetError)) throw error
        problems.push(`"${name}" cannot be read: ${error.message}`)
      }
    }
    const usable = files.filter(({ warcs }) => warcs.length > 0)
    if (usable.length === 0) {
      const what = ['none of the WACZ files in it can be read', ...problems].join('; ')
      throw new StetError('bad-input', `${title} cannot be imported: ${what}. Nothing was kept.`, {
        path: title,
        problems,
      })
    }
    const listed = files.flatMap(({ pages }) => pages ?? [])
    return {
      files: usable,
      pages: files.some(({ pages }) => pages !== null) ? listed : null,
      signature: signatureOf(outer, files),
      problems,
      close,
    }
  } catch (error) {
    close()
    throw error
  }
}
