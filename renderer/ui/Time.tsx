import { useFormat } from '../i18n/format.ts'

/** A moment: as it is told in a list ("3 hours ago") or in full, with the exact UTC time on hover. */
export function Time({ at, form = 'time' }: { readonly at: string; readonly form?: 'ago' | 'time' | 'day' }) {
  const format = useFormat()
  return (
    <time dateTime={at} title={at}>
      {format[form](at)}
    </time>
  )
}
