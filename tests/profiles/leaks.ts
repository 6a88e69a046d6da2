import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { openZip } from '../../archive/exchange/wacz/zip.ts'

async function filesBelow(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
}

const unpacked = (name: string, bytes: Buffer): Buffer => (name.endsWith('.gz') ? gunzipSync(bytes) : bytes)

/** Everything that a file says, and what is packed into it. */
async function contentsOf(path: string): Promise<readonly (readonly [name: string, bytes: Buffer])[]> {
  const plain = [path, unpacked(path, await readFile(path))] as const
  if (!path.endsWith('.wacz')) return [plain]
  const zip = await openZip(path)
  const inside = await Promise.all(
    zip.names.map(async name => {
      const bytes = await zip.bytes(name, 64 * 1024 * 1024)
      return [`${path}/${name}`, unpacked(name, bytes ?? Buffer.alloc(0))] as const
    }),
  )
  zip.close()
  return [plain, ...inside]
}

const formsOf = (value: string): readonly string[] => [
  value,
  encodeURIComponent(value),
  encodeURIComponent(encodeURIComponent(value)),
  Buffer.from(`reader:${value}`).toString('base64').slice(0, -4),
  JSON.stringify(value).slice(1, -1),
  value.replaceAll('/', '\\/'),
]

/** Every place below a folder where one of the values stands, however it is written. Empty is what is wanted. */
export async function leaks(dir: string, values: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const path of await filesBelow(dir)) {
    for (const [name, bytes] of await contentsOf(path)) {
      for (const form of new Set(values.flatMap(formsOf))) {
        const at = bytes.indexOf(form)
        if (at < 0) continue
        found.push(`${name}: ${bytes.subarray(Math.max(0, at - 60), at + 60).toString('latin1')}`)
      }
    }
  }
  return found
}
