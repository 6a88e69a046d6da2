import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Store } from '../../archive/store/index.ts'
import { folder, keep, open, record } from '../store/helpers.ts'

/** Mounts need root and a kernel that lets us; where they do not work, the tests below are skipped. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  return spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0
}

async function mounted(path: string, options: string) {
  await mkdir(path)
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'none', path])
  return { path, [Symbol.dispose]: () => void execFileSync('umount', ['--lazy', path]) }
}

/** Keeps stories until one fails. */
async function fill(store: Store): Promise<{ kept: string[]; error: unknown }> {
  const kept: string[] = []
  for (let i = 0; ; i++) {
    try {
      const bodies = [String(i).repeat(20_000)]
      kept.push(
        (await keep(store, { url: `https://news.example/${i}`, text: `story ${i}`, bodies })).snapshotId,
      )
    } catch (error) {
      return { kept, error }
    }
  }
}

describe.skipIf(!canMount())('on a disk of its own (skipped where mounting is not possible)', () => {
  test('a full disk gives a clear error, loses nothing, and the archive goes on once there is room', async () => {
    await using at = await folder()
    using disk = await mounted(join(at.path, 'disk'), 'size=2m')
    const dir = join(disk.path, 'archive')
    const store = await open(dir)
    const { kept, error } = await fill(store)
    expect(error).toMatchObject({ code: 'disk-full' })
    expect((error as Error).message).toMatch(/Make room/)
    expect(kept.length).toBeGreaterThan(5)
    expect((await store.verify()).problems).toEqual([])
    expect(await readdir(join(dir, 'tmp'))).toEqual([])
    execFileSync('mount', ['-o', 'remount,size=8m', disk.path])
    await keep(store, { text: 'after' })
    await store.close()

    const again = await open(dir)
    for (const id of kept) expect((await again.resolveSnapshot(id)).snapshotId).toBe(id)
    expect((await again.verify()).problems).toEqual([])
    await again.close()
  })

  test('a disk that is full to the last byte still opens for reading', async () => {
    await using at = await folder()
    using disk = await mounted(join(at.path, 'disk'), 'size=2m')
    const dir = join(disk.path, 'archive')
    const store = await open(dir)
    const { kept } = await fill(store)
    await store.close()
    spawnSync('sh', ['-c', `cat /dev/zero > ${disk.path}/filler`])
    const reader = await open(dir, { readOnly: true })
    expect((await reader.verify()).ok).toBe(true)
    expect((await reader.resolveSnapshot(kept[0]!)).snapshotId).toBe(kept[0])
  })

  test('a read-only disk gives a clear error, and can be read and checked', async () => {
    await using at = await folder()
    using disk = await mounted(join(at.path, 'disk'), 'size=4m')
    const dir = join(disk.path, 'archive')
    const store = await open(dir)
    const { snapshotId } = await keep(store)
    await store.close()
    execFileSync('mount', ['-o', 'remount,ro', disk.path])
    await expect(open(dir)).rejects.toMatchObject({ code: 'archive-readonly' })
    await expect(open(join(disk.path, 'new'))).rejects.toMatchObject({ code: 'archive-readonly' })
    const reader = await open(dir, { readOnly: true })
    expect((await reader.resolveSnapshot(snapshotId)).title).toBe('Storm')
    expect((await reader.verify()).ok).toBe(true)
    await expect(reader.recordCheck({ ...check(), snapshotId })).rejects.toMatchObject({
      code: 'archive-readonly',
    })
  })
})

function check() {
  const { sourceId, url, contentHash, capturedAt } = record()
  const facts = {
    sourceId,
    url,
    requestedUrl: url,
    finalUrl: url,
    capturedAt,
    contentHash: contentHash.value,
  }
  return { ...facts, status: 200, warnings: [] }
}
