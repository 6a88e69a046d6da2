import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Status } from '../../../archive/contract/status.ts'
import { stet } from '../../client/calls.ts'
import { errorFacts } from '../../client/error.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useHolder } from './holder.ts'

/** The archive could not be opened: why, and what can be done. */
export function ClosedArchive({ status }: { readonly status: Status }) {
  const { t } = useTranslation('app')
  const holder = useHolder(status.problem)
  const open = useMutation(stet.archive.open.mutationOptions())
  const problem = open.error ? errorFacts(open.error) : null
  return (
    <EmptyState
      title={holder === null ? t('closedTitle') : t('lockedTitle')}
      actions={
        <>
          <Button look="primary" isDisabled={open.isPending} onPress={() => open.mutate({ access: 'read' })}>
            {t('openReadOnly')}
          </Button>
          <Button isDisabled={open.isPending} onPress={() => open.mutate({ access: 'write' })}>
            {t('openAgain')}
          </Button>
        </>
      }
    >
      {holder === null ? <p dir="auto">{status.problem?.message}</p> : <p>{t('lockedBy', { holder })}</p>}
      <p>
        <bdi>{status.dir}</bdi>
      </p>
      {problem && <ErrorNote error={problem} />}
    </EmptyState>
  )
}
