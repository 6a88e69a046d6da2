import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job, JobItem } from '../../../archive/contract/jobs.ts'
import { useFormat } from '../../i18n/format.ts'

/** While a browser shows the page, it asks for more and more. */
const SHOWING: ReadonlySet<JobItem['step']> = new Set(['page', 'looking'])

/** Jobs in plain words. */
export function useJobWords() {
  const { t } = useTranslation('capture')
  const format = useFormat()
  return useMemo(() => {
    const outcome = ({ counts }: Job): readonly string[] =>
      (['snapshots', 'checks', 'attempts', 'failed'] as const)
        .filter(kind => counts[kind] > 0)
        .map(kind => t(`counts.${kind}`, { count: counts[kind] }))
    return {
      /** "Capture of 12 addresses" */
      title: (job: Job): string => {
        const count = job.total ?? job.items.length
        if (job.kind === 'capture' && job.profile !== null) {
          return t('job.captureWith', { count, profile: job.profile })
        }
        if (job.kind === 'capture') return t('job.capture', { count })
        if (job.kind === 'import') return t('job.import', { count })
        if (job.kind === 'export') return job.total === null ? t('job.exporting') : t('job.export', { count })
        return t(`job.${job.kind}`)
      },
      /** "3 of 12: 2 saved, 1 unchanged" */
      standing: (job: Job): string => {
        const parts = outcome(job)
        const counted = parts.length > 0 ? format.list(parts) : null
        if (job.state === 'running') {
          const done =
            job.total === null
              ? t('running')
              : t('doneOf', { done: format.number(job.done), total: format.number(job.total) })
          const far = counted === null ? done : `${done}: ${counted}`
          return job.resumed ? `${far} · ${t('resumed')}` : far
        }
        return counted === null ? t(`state.${job.state}`) : `${t(`state.${job.state}`)}: ${counted}`
      },
      /** "Pictures and files, 4 of 12 · 1.2 MB" */
      step: ({ step, bytes, resources }: JobItem): string => {
        const what =
          step === 'resources' && resources.wanted > 0
            ? t('resourcesOf', {
                done: format.number(resources.done),
                wanted: format.number(resources.wanted),
              })
            : SHOWING.has(step) && resources.wanted > 0
              ? t('partsOf', {
                  step: t(`step.${step}`),
                  done: format.number(resources.done),
                  wanted: format.number(resources.wanted),
                })
              : t(`step.${step}`)
        return bytes > 0 ? `${what} · ${format.bytes(bytes)}` : what
      },
    }
  }, [t, format])
}
