import type { Archive } from '../../archive/index.ts'
import { send, startSite } from '../support/site.ts'
import {
  ARABIC,
  ARABIC_OUTLETS,
  CHINESE,
  type EditedStory,
  NOISE,
  OUTLETS,
  pageOf,
  PICTURES,
  RICH,
} from './stories.ts'

/** Two snapshots an exhibit is made of, as ids. */
export type Pair = readonly [from: string, to: string]

export const KINDS = ['rich', 'noise', 'arabic', 'chinese', 'outlets', 'arabicOutlets', 'oneself'] as const
export type Kind = (typeof KINDS)[number]

/** Captures a pair of every kind from a site of our own. `oneself` is a snapshot beside itself. */
export async function capturedKinds(archive: Archive): Promise<Readonly<Record<Kind, Pair>>> {
  const site = await startSite()
  for (const [path, bytes] of Object.entries(PICTURES)) site.routes.set(path, send(bytes, 'image/png'))
  const captured = async (path: string, html: string): Promise<string> => {
    site.routes.set(path, send(html))
    // Noise alone makes no version; the exhibit is about what two snapshots hold.
    const { results, failed } = await archive.capture([`${site.origin}${path}`], {
      engine: 'http',
      keep: true,
    })
    const id = results[0]?.snapshotId
    if (!id) throw new Error(`Nothing was captured: ${JSON.stringify({ results, failed })}`)
    return id
  }
  const edited = async (path: string, { language, before, after }: EditedStory): Promise<Pair> => [
    await captured(path, pageOf(language, before)),
    await captured(path, pageOf(language, after)),
  ]
  try {
    const rich = await edited('/wall', RICH)
    return {
      rich,
      noise: await edited('/quiet', NOISE),
      arabic: await edited('/storm-ar', ARABIC),
      chinese: await edited('/storm-zh', CHINESE),
      outlets: [
        await captured('/courier', pageOf('en', OUTLETS.one)),
        await captured('/times', pageOf('en', OUTLETS.other)),
      ],
      arabicOutlets: [
        await captured('/courier-ar', pageOf('ar', ARABIC_OUTLETS.one)),
        await captured('/times-ar', pageOf('ar', ARABIC_OUTLETS.other)),
      ],
      oneself: [rich[0], rich[0]],
    }
  } finally {
    await site.close()
  }
}
