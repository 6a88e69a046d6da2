import { CircleAlert, ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { VerifyReport } from '../../../archive/contract/results.ts'
import { useFormat } from '../../i18n/format.ts'
import styles from './VerifySummary.module.css'
import { asProblemCode, grouped } from './problems.ts'

/** Problems listed in a group; more are counted. */
const SHOWN = 40

/** What a check of the archive found, and what to do about it. */
export function VerifySummary({ report }: { readonly report: VerifyReport }) {
  const { t } = useTranslation('activity')
  const format = useFormat()
  const looked = t('looked', {
    snapshots: t('snapshots', { count: report.snapshots, number: format.number(report.snapshots) }),
    files: t('files', { count: report.files, number: format.number(report.files) }),
    bytes: format.bytes(report.bytes),
    lines: t('logLines', { count: report.logLines, number: format.number(report.logLines) }),
  })
  return (
    <div className={styles['report']} data-ok={report.ok}>
      <p className={styles['verdict']}>
        {report.ok ? <ShieldCheck aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
        <strong>
          {report.ok
            ? t('allWell')
            : t('problems', { count: report.problems.length, number: format.number(report.problems.length) })}
        </strong>
      </p>
      <p className={styles['soft']}>{looked}</p>
      {grouped(report.problems).map(({ group, problems }) => (
        <div key={group} className={styles['group']}>
          <h3>{t(`group.${group}`)}</h3>
          <p>{t(`todo.${group}`)}</p>
          <ul>
            {problems.slice(0, SHOWN).map(({ code, path, expected, found }, index) => {
              const known = asProblemCode(code)
              return (
                <li key={index}>
                  <code dir="ltr">{path}</code>
                  <span>{known ? t(`problem.${known}`) : code}</span>
                  {(expected !== null || found !== null) && (
                    <span className={styles['facts']}>
                      {expected !== null && (
                        <span>
                          {t('expected')} <bdi lang="en">{expected}</bdi>
                        </span>
                      )}
                      {found !== null && (
                        <span>
                          {t('found')} <bdi lang="en">{found}</bdi>
                        </span>
                      )}
                    </span>
                  )}
                </li>
              )
            })}
          </ul>
          {problems.length > SHOWN && <p>{t('moreProblems', { count: problems.length - SHOWN })}</p>}
        </div>
      ))}
    </div>
  )
}
