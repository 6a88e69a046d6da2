import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { decodeHtml, judge } from '../../../archive/capture/index.ts'
import { cleanPage } from '../../../archive/jobs/clean-page.ts'
import { factsOf } from './facts.ts'

const shared = process.env['STET_SHARED'] ?? join(import.meta.dirname, '../../../../shared')
const corpora = join(shared, 'bench/cleaning')
/** One page in so many: all of them take minutes. */
const STEP = 50

function samplePages(): readonly string[] {
  if (!existsSync(corpora)) return []
  const folders = ['aeb', 'naeb', 'fundus'].map(corpus => join(corpora, corpus, 'html'))
  const files = folders.flatMap(folder =>
    readdirSync(folder)
      .toSorted()
      .map(name => join(folder, name)),
  )
  return files.filter((_file, i) => i % STEP === 0)
}

describe.skipIf(!existsSync(corpora))('real articles (skipped where the shared corpora are absent)', () => {
  it.each(samplePages())('%s is a story', file => {
    const bytes = readFileSync(file)
    const { html } = decodeHtml(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, null)
    const { page } = factsOf({ html })
    const { article, signals } = cleanPage({ kind: 'page', html, url: page.finalUrl })
    expect(judge({ page, article, signals, hadGoodVersion: null })).toMatchObject({ outcome: 'story' })
  })
})
