import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../archive/contract/profiles.ts'
import { calls, stet } from '../../client/calls.ts'
import { errorFacts } from '../../client/error.ts'
import { say, sayError } from '../../app/undo.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Time } from '../../ui/Time.tsx'
import { AddProfile } from './AddProfile.tsx'
import { RemoveProfile } from './RemoveProfile.tsx'
import { Part } from './Row.tsx'
import styles from './Profiles.module.css'
import { useSignIn } from './sign-in.ts'

/** Who the person is signed in as when a capture asks for it: names and sites, never what signs them in. */
export function ProfilesPart() {
  const { t } = useTranslation('settings')
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(stet.profiles.list.queryOptions())
  const changed = () => queries.invalidateQueries({ queryKey: stet.profiles.key() })
  const signIn = useSignIn(changed)
  const title = useRef<HTMLDivElement>(null)
  const remove = async (name: string): Promise<void> => {
    try {
      await calls.profiles.remove({ name })
      say(t('profile.removed', { name }))
      title.current?.focus()
    } catch (failure) {
      sayError(errorFacts(failure).message)
    }
    await changed()
  }
  const profiles = data?.profiles ?? []
  return (
    <Part id="profiles" title={t('profile.title')}>
      <div ref={title} tabIndex={-1} className={styles['profiles']}>
        <p className={styles['soft']}>{t('profile.how')}</p>
        {error && <ErrorNote error={errorFacts(error)} onRetry={() => void refetch()} />}
        {profiles.length > 0 && (
          <ul className={styles['list']}>
            {profiles.map(profile => (
              <li key={profile.name}>
                <Facts profile={profile} />
                <div className={styles['deeds']}>
                  {profile.url !== null && (
                    <Button
                      aria-label={t('profile.againLong', { name: profile.name })}
                      isDisabled={signIn.open !== null}
                      onPress={() => void signIn.start(profile.name, profile.url ?? '')}
                    >
                      {t('profile.again')}
                    </Button>
                  )}
                  <RemoveProfile name={profile.name} onRemove={() => void remove(profile.name)} />
                </div>
              </li>
            ))}
          </ul>
        )}
        <AddProfile signIn={signIn} names={profiles.map(({ name }) => name)} />
      </div>
    </Part>
  )
}

function Facts({
  profile: { name, hosts, cookies, signedInAt, usedAt, endsAt },
}: {
  readonly profile: Profile
}) {
  const { t } = useTranslation('settings')
  const hasEnded = endsAt !== null && Date.parse(endsAt) < Date.now()
  return (
    <div className={styles['facts']}>
      <strong>
        <bdi>{name}</bdi>
      </strong>
      <span className={styles['hosts']}>
        <bdi dir="ltr">{hosts.join(', ')}</bdi>
      </span>
      <span className={styles['soft']}>
        {t('profile.since')} <Time at={signedInAt} form="ago" /> · {t('profile.cookies', { count: cookies })}
        {usedAt !== null && (
          <>
            {' · '}
            {t('profile.used')} <Time at={usedAt} form="ago" />
          </>
        )}
      </span>
      {hasEnded && <span className={styles['ended']}>{t('profile.ended')}</span>}
    </div>
  )
}
