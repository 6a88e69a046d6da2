import { useTranslation } from 'react-i18next'
import type { Evidence } from '../../../../archive/contract/source.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Hash } from '../../../ui/Hash.tsx'
import { Time } from '../../../ui/Time.tsx'
import styles from './EvidenceView.module.css'
import { Fact, Facts, Part } from './Facts.tsx'

type Record = Evidence['record']

/** Where the bytes came from, when, and what recorded them. */
export function Provenance({ record }: { readonly record: Record }) {
  return (
    <>
      <Where record={record} />
      <When record={record} />
      {record.http && <Server http={record.http} isSecure={/^https:/i.test(record.finalUrl)} />}
      {record.import && <Imported file={record.import} />}
      <Made record={record} />
    </>
  )
}

const Address = ({ url }: { readonly url: string }) => (
  <bdi dir="ltr" className={styles['address']}>
    {url}
  </bdi>
)

function Where({ record: { requestedUrl, finalUrl, redirects } }: { readonly record: Record }) {
  const { t } = useTranslation('source')
  return (
    <Part title={t('evidence.where')}>
      <Facts>
        <Fact name={t('evidence.asked')}>
          <Address url={requestedUrl} />
        </Fact>
        <Fact name={t('evidence.redirects')}>
          {redirects.length === 0 ? (
            t('evidence.noRedirects')
          ) : (
            <ol className={styles['hops']}>
              {redirects.map(({ to, status, via }, index) => (
                <li key={index}>
                  <span>{t(`evidence.via.${via as 'http'}`, { status })}</span> <Address url={to} />
                </li>
              ))}
            </ol>
          )}
        </Fact>
        <Fact name={t('evidence.answered')}>
          <Address url={finalUrl} />
        </Fact>
      </Facts>
    </Part>
  )
}

function When({ record: { capturedAt, endedAt, clock } }: { readonly record: Record }) {
  const { t } = useTranslation('source')
  const moment = (at: string) => (
    <>
      <Time at={at} /> <code dir="ltr">{at}</code>
    </>
  )
  return (
    <Part title={t('evidence.when')}>
      <Facts>
        <Fact name={t('evidence.began')}>{moment(capturedAt)}</Fact>
        <Fact name={t('evidence.ended')}>{moment(endedAt)}</Fact>
        <Fact name={t('evidence.clock')}>{t(`evidence.clocks.${clock as 'system'}`)}</Fact>
      </Facts>
    </Part>
  )
}

interface ServerProps {
  readonly http: NonNullable<Record['http']>
  readonly isSecure: boolean
}

function Server({ http, isSecure }: ServerProps) {
  const { t } = useTranslation('source')
  const { tls } = http
  const charset =
    http.charset !== null && http.charsetFrom !== null
      ? `${http.charset} (${t(`evidence.charsetFrom.${http.charsetFrom as 'http'}`)})`
      : http.charset
  return (
    <Part title={t('evidence.server')}>
      <Facts>
        <Fact name={t('evidence.status')}>
          {http.status} {http.statusText}
        </Fact>
        <Fact name={t('evidence.type')}>{http.mime}</Fact>
        <Fact name={t('evidence.charset')}>{charset}</Fact>
        <Fact name={t('evidence.address')}>
          {http.remoteAddress !== null && <code dir="ltr">{http.remoteAddress}</code>}
        </Fact>
        <Fact name={t('evidence.protocol')}>{http.httpVersion}</Fact>
        <Fact name={t('evidence.lastModified')}>{http.lastModified}</Fact>
        <Fact name={t('evidence.etag')}>{http.etag !== null && <code dir="ltr">{http.etag}</code>}</Fact>
        <Fact name={t('evidence.tls')}>
          {tls ? [tls.protocol, tls.cipher].filter(Boolean).join(', ') : !isSecure && t('evidence.noTls')}
        </Fact>
        {tls && (
          <>
            <Fact name={t('evidence.certificate')}>{tls.subject}</Fact>
            <Fact name={t('evidence.issuer')}>{tls.issuer}</Fact>
            <Fact name={t('evidence.valid')}>
              {tls.validFrom !== null &&
                tls.validTo !== null &&
                t('evidence.validRange', { from: tls.validFrom, to: tls.validTo })}
            </Fact>
            <Fact name={t('evidence.fingerprint')}>
              {tls.fingerprint256 !== null && (
                <Hash whole value={tls.fingerprint256} copyLabel={t('evidence.copyFingerprint')} />
              )}
            </Fact>
          </>
        )}
      </Facts>
    </Part>
  )
}

function Imported({ file }: { readonly file: NonNullable<Record['import']> }) {
  const { t } = useTranslation('source')
  return (
    <Part title={t('evidence.importedFile')}>
      <Facts>
        <Fact name={t('files.path')}>
          <bdi>{file.fileName}</bdi>
        </Fact>
        <Fact name={t('evidence.type')}>{file.kind}</Fact>
        <Fact name={t('files.hash')}>
          <Hash whole value={file.sha256} copyLabel={t('evidence.copyFileHash')} />
        </Fact>
        {file.webArchive && <WebArchive archive={file.webArchive} />}
      </Facts>
    </Part>
  )
}

type WebArchiveFacts = NonNullable<NonNullable<Record['import']>['webArchive']>

/** The web archive a page came out of: which record it was, and whether the file is signed. */
function WebArchive({ archive: { recordId, pageId, signature } }: { readonly archive: WebArchiveFacts }) {
  const { t } = useTranslation('source')
  return (
    <>
      <Fact name={t('evidence.record')}>
        <code dir="ltr">{recordId}</code>
      </Fact>
      <Fact name={t('evidence.page')}>{pageId !== null && <code dir="ltr">{pageId}</code>}</Fact>
      <Fact name={t('evidence.signature')}>
        {signature === null ? (
          t('evidence.unsignable')
        ) : (
          <>
            {t(`evidence.signatures.${signature.state}`)}
            {signature.by !== null && (
              <p>
                {t('evidence.signedBy', { by: signature.by })}
                {signature.at !== null && (
                  <>
                    {' · '}
                    <Time at={signature.at} />
                  </>
                )}
              </p>
            )}
            {/* The core speaks English whatever the app shows. */}
            <p className={styles['soft']} lang="en" dir="auto">
              {signature.note}
            </p>
          </>
        )}
      </Fact>
    </>
  )
}

function Made({ record: { engine, software, options } }: { readonly record: Record }) {
  const { t } = useTranslation('source')
  return (
    <Part title={t('evidence.made')}>
      <Facts>
        <Fact name={t('evidence.engine')}>{t(`evidence.engines.${engine.name as 'http'}`, engine)}</Fact>
        <Fact name={t('evidence.software')}>
          {software.name} {software.version} ({software.runtime})
        </Fact>
      </Facts>
      <Disclosure title={t('evidence.options')}>
        <pre tabIndex={0} className={styles['pre']} dir="ltr">
          {JSON.stringify(options, null, 2)}
        </pre>
      </Disclosure>
    </Part>
  )
}
