import { type FormEvent, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { MAX_PROFILE_NAME } from '../../../archive/contract/profiles.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { asUrl } from '../capture/parse-draft.ts'
import styles from './Profiles.module.css'
import type { SignIn } from './sign-in.ts'

export interface AddProfileProps {
  readonly signIn: SignIn
  /** Of the profiles there are. */
  readonly names: readonly string[]
}

/** A name and an address, and then a window to sign in. */
export function AddProfile({ signIn, names }: AddProfileProps) {
  const { t } = useTranslation(['settings', 'app'])
  const [name, setName] = useState('')
  const [address, setAddress] = useState('')
  const url = asUrl(address.trim())
  const isTaken = names.some(taken => taken.toLowerCase() === name.trim().toLowerCase())
  const isWrong = address.trim() !== '' && url === null
  const canStart = name.trim() !== '' && !isTaken && url !== null && signIn.open === null

  async function take(file: File | undefined): Promise<void> {
    if (!file || !(await signIn.takeCookies(name.trim(), file))) return
    setName('')
    setAddress('')
  }
  async function add(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!canStart) return
    const isDone = await signIn.start(name.trim(), url)
    if (!isDone) return
    setName('')
    setAddress('')
  }
  return (
    <>
      <div role="status">
        {signIn.open !== null && (
          <div className={styles['open']}>
            <p>{t('profile.open', { name: signIn.open })}</p>
            <Progress label={t('profile.waiting')} share={null} />
            <Button onPress={signIn.stop}>{t('app:cancel')}</Button>
          </div>
        )}
      </div>
      {signIn.error && <ErrorNote error={signIn.error} />}
      <form className={styles['add']} onSubmit={event => void add(event)} aria-label={t('profile.add')}>
        <TextField
          label={t('profile.name')}
          hint={t('profile.nameHint')}
          maxLength={MAX_PROFILE_NAME}
          value={name}
          onChange={setName}
          isInvalid={isTaken}
          error={t('profile.nameTaken')}
          isDisabled={signIn.open !== null}
        />
        <TextField
          label={t('profile.address')}
          hint={t('profile.addressHint')}
          placeholder={t('profile.addressUnknown')}
          value={address}
          onChange={setAddress}
          isInvalid={isWrong}
          error={t('profile.addressWrong')}
          isDisabled={signIn.open !== null}
        />
        <div className={styles['deeds']}>
          <Button type="submit" isDisabled={!canStart}>
            {t('profile.signIn')}
          </Button>
          <FileTrigger acceptedFileTypes={['.txt', '.json']} onSelect={files => void take(files?.[0])}>
            <Button isDisabled={name.trim() === '' || isTaken || signIn.open !== null}>
              {t('profile.fromFile')}
            </Button>
          </FileTrigger>
        </div>
      </form>
    </>
  )
}
