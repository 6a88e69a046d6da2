import { useTranslation } from 'react-i18next'
import type { JobItem } from '../../../../archive/contract/jobs.ts'
import type { CaptureEngine } from '../../../../archive/contract/settings.ts'
import type { SourceView } from '../../../../archive/contract/source.ts'
import { say } from '../../../app/undo.ts'
import { calls } from '../../../client/calls.ts'
import { useJobs } from '../../../client/live.ts'
import { telling } from '../telling.ts'
import { useAllowed } from '../use-allowed.ts'

export interface CaptureAgain {
  /** Null for an imported file that has no address. */
  readonly url: string | null
  readonly isAllowed: boolean
  /** Where a capture of this source stands that is running now. */
  readonly running: JobItem | null
  /** Without a choice: as the settings have it, and signed in nowhere. */
  readonly start: (chosen?: CaptureChoice) => void
}

/** How this one capture is made. */
export interface CaptureChoice {
  readonly engine?: CaptureEngine
  /** Name of a signed-in profile. */
  readonly profile?: string
}

/** The way to capture a source once more, and how that goes. */
export function useCaptureAgain({ source }: SourceView): CaptureAgain {
  const { t } = useTranslation('source')
  const { canWrite } = useAllowed()
  const jobs = useJobs()
  const url = /^https?:/.test(source.url) ? source.url : null
  const running =
    jobs
      .filter(({ state }) => state === 'running')
      .flatMap(({ items }) => items)
      .find(item => item.input === url && item.step !== 'done') ?? null
  return {
    url,
    isAllowed: canWrite && url !== null && running === null,
    running,
    start: ({ engine, profile } = {}) =>
      void telling(async () => {
        if (url === null) return
        await calls.jobs.capture({
          urls: [url],
          // A signed-in page is shown in a browser or not at all.
          engine: profile === undefined ? (engine ?? null) : 'browser',
          profile: profile ?? null,
        })
        say(t('head.captureStarted', { url }))
      }),
  }
}
