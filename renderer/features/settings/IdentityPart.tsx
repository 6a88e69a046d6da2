import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/TextField.tsx'
import type { SettingsPartProps } from './LookPart.tsx'
import { Part } from './Row.tsx'

/** Longest values, as `settingsSchema` has them. */
const FIELDS = [
  { name: 'userAgent', longest: 400 },
  { name: 'acceptLanguage', longest: 200 },
] as const

/** What Stet tells servers about itself. */
export function IdentityPart({ settings, change, readOnly }: SettingsPartProps) {
  const { t } = useTranslation('settings')
  const { identity } = settings
  return (
    <Part id="identity" title={t('identity')}>
      {FIELDS.map(({ name, longest }) => (
        <HeaderField
          key={name}
          label={t(name)}
          hint={t(`${name}Hint`)}
          longest={longest}
          isDisabled={readOnly}
          value={identity[name]}
          onChange={value => change({ identity: { ...identity, [name]: value } })}
        />
      ))}
    </Part>
  )
}

interface HeaderFieldProps {
  readonly label: string
  readonly hint: string
  readonly longest: number
  readonly isDisabled: boolean
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

function HeaderField({ label, hint, longest, isDisabled, value, onChange }: HeaderFieldProps) {
  const { t } = useTranslation('settings')
  const [text, setText] = useState(value ?? '')
  useEffect(() => setText(value ?? ''), [value])
  // A header is one line of visible ASCII (RFC 9110, 5.5); anything else a server could refuse or misread.
  const isWrong = !/^[\x20-\x7e]*$/.test(text)
  const keep = () => {
    const next = text.trim() === '' ? null : text.trim()
    if (!isWrong && next !== value) onChange(next)
  }
  return (
    <TextField
      label={label}
      hint={hint}
      error={t('headerWrong')}
      isInvalid={isWrong}
      placeholder={t('stetsOwn')}
      maxLength={longest}
      isDisabled={isDisabled}
      value={text}
      onChange={setText}
      onBlur={keep}
      onKeyDown={event => event.key === 'Enter' && keep()}
    />
  )
}
