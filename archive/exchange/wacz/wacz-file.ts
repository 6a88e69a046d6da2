import { sha256Hex } from '../../model/hash.ts'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { StetError } from '../../errors.ts'
import { type ListedPage, parsePages } from './pages-list.ts'
import { checkSignature, type WaczSignature } from './signature.ts'
import { below, openZip, type Zip } from './zip.ts'

const MAX_JSON_BYTES = 64 * 1024 * 1024
const MAX_PAGES_BYTES = 256 * 1024 * 1024

const resourceSchema = z.looseObject({
  path: z.string(),
  hash: z.string().optional(),
  bytes: z.number().optional(),
  /** As WACZ 1.0 had it. */
  stats: z.looseObject({ hash: z.string(), bytes: z.number() }).optional(),
  hashing: z.string().optional(),
})
const packageSchema = z.looseObject({ resources: z.array(resourceSchema) })

/** A WACZ file, opened and checked. */
export interface WaczFile {
  readonly zip: Zip
  /** Where it lies. */
  readonly path: string
  /** Its name inside the file it came in; null for one that came by itself. */
  readonly name: string | null
  /** Names of the WACZ files inside: then it is a collection of them and holds no WARC file itself. */
  readonly nested: readonly string[]
  /** Names of the WARC files inside. */
  readonly warcs: readonly string[]
  /** Null where the file lists none. */
  readonly pages: readonly ListedPage[] | null
  readonly signature: WaczSignature
  /** What does not fit, in words. */
  readonly problems: readonly string[]
}

async function hashOf(zip: Zip, name: string, algorithm: string): Promise<string | null> {
  if (algorithm === 'sha256') return (await zip.facts(name)).sha256
  if (algorithm !== 'md5' && algorithm !== 'sha1') return null
  return createHash(algorithm)
    .update((await zip.bytes(name, MAX_PAGES_BYTES))!)
    .digest('hex')
}

async function resourceProblems(zip: Zip, resource: z.infer<typeof resourceSchema>): Promise<string[]> {
  const { path, stats } = resource
  if (!zip.names.includes(path)) return [`"${path}" is listed in datapackage.json but missing`]
  const named = resource.hash ?? (stats ? `${resource.hashing ?? 'sha256'}:${stats.hash}` : null)
  if (named === null) return []
  const [algorithm = '', value = ''] = named.includes(':') ? named.split(':', 2) : ['sha256', named]
  const actual = await hashOf(zip, path, algorithm.toLowerCase())
  if (actual === null) return [`"${path}" could not be checked: its hash is ${algorithm}`]
  return actual === value.toLowerCase()
    ? []
    : [`"${path}" is not as datapackage.json says: it was changed or damaged`]
}

async function packageProblems(zip: Zip, bytes: Buffer | null, title: string): Promise<string[]> {
  if (bytes === null) return ['it has no datapackage.json, so nothing in it could be checked']
  let resources
  try {
    resources = packageSchema.parse(JSON.parse(bytes.toString('utf8'))).resources
  } catch (error) {
    const message = `${title} is not a sound WACZ file: its datapackage.json cannot be read. Nothing of it was imported.`
    throw new StetError('bad-input', message, { path: title }, error)
  }
  const problems: string[] = []
  for (const resource of resources) problems.push(...(await resourceProblems(zip, resource)))
  const listed = new Set(resources.map(resource => resource.path))
  const unlisted = zip.names.filter(name => !listed.has(name) && /^(?:archive|indexes|pages)\//.test(name))
  return [...problems, ...unlisted.map(name => `"${name}" is not listed in datapackage.json`)]
}

async function listedPages(zip: Zip): Promise<{ pages: readonly ListedPage[] | null; problems: string[] }> {
  const pages: ListedPage[] = []
  const problems: string[] = []
  const lists = zip.names.filter(name => /^pages\/(?:pages|extraPages)\.jsonl$/.test(name))
  for (const name of lists) {
    const read = parsePages((await zip.bytes(name, MAX_PAGES_BYTES))!.toString('utf8'), name)
    pages.push(...read.pages)
    problems.push(...read.problems)
  }
  return { pages: lists.length > 0 ? pages : null, problems }
}

/** Somebody may have packed the folder that everything lies in along with it. */
function withoutTopFolder(zip: Zip): Zip {
  const list = /^[^/]+\/datapackage\.json$/
  const [found, ...others] = zip.names.filter(name => list.test(name))
  if (!found || others.length > 0 || zip.names.includes('datapackage.json')) return zip
  const top = found.slice(0, found.indexOf('/') + 1)
  return zip.names.every(name => name.startsWith(top)) ? below(zip, top) : zip
}

export interface WaczNames {
  /** What messages call it. Default: its path. */
  readonly title?: string
  /** Its name inside the file it came in. */
  readonly name?: string | null
}

/** Opens a WACZ 1.x file and checks it against its own lists. Throws `bad-input` where nothing in it can be used. */
export async function openWacz(
  path: string,
  { title = path, name = null }: WaczNames = {},
): Promise<WaczFile> {
  const zip = withoutTopFolder(await openZip(path, title))
  try {
    const datapackage = await zip.bytes('datapackage.json', MAX_JSON_BYTES)
    const digest = await zip.bytes('datapackage-digest.json', MAX_JSON_BYTES)
    const signature = checkSignature(digest, sha256Hex(datapackage ?? ''))
    const problems = await packageProblems(zip, datapackage, title)
    const warcs = zip.names.filter(one => /^(?:data\/)?archive\/(?:[^/]+\/)*[^/]+\.warc(?:\.gz)?$/.test(one))
    const nested = warcs.length > 0 ? [] : zip.names.filter(one => /\.wacz$/i.test(one))
    if (warcs.length === 0 && nested.length === 0) {
      const what = ['it holds no WARC file', ...problems].join('; ')
      throw new StetError('bad-input', `${title} cannot be imported: ${what}. Nothing was kept.`, {
        path: title,
        problems,
      })
    }
    const listed = await listedPages(zip)
    return {
      zip,
      path,
      name,
      nested,
      warcs,
      pages: listed.pages,
      signature,
      problems: [...problems, ...listed.problems],
    }
  } catch (error) {
    zip.close()
    throw error
  }
}
