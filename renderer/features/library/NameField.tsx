import { useState } from 'react'
import { TextField } from '../../ui/TextField.tsx'

export interface NameFieldProps {
  readonly label: string
  readonly name?: string
  readonly onName: (name: string) => void
  readonly onLeave: () => void
}

/** A name written where it will stand: Enter takes it, Escape and leaving do not. */
export function NameField({ label, name = '', onName, onLeave }: NameFieldProps) {
  const [text, setText] = useState(name)
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (text.trim() !== '') onName(text.trim())
        onLeave()
      }}
    >
      <TextField
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={setText}
        maxLength={200}
        autoFocus
        onBlur={onLeave}
        onKeyDown={event => event.key === 'Escape' && onLeave()}
      />
    </form>
  )
}
