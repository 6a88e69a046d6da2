import { Folder, Plus, X } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { LibraryRow } from '../../../../archive/contract/library.ts'
import { stet } from '../../../client/calls.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useAllowed } from '../use-allowed.ts'
import styles from './Labels.module.css'
import { Organise } from './Organise.tsx'
import { useArrange } from './arrange.ts'

/** Tags and collections of a source, changed where they stand. */
export function Labels({ source }: { readonly source: LibraryRow }) {
  const { t } = useTranslation('source')
  const { canWrite } = useAllowed()
  const { data: facets } = useQuery(stet.library.facets.queryOptions({ input: {} }))
  const { tag } = useArrange(source.sourceId)
  const collections = (facets?.collections ?? []).filter(({ id }) => source.collections.includes(id))
  return (
    <div className={styles['labels']}>
      {collections.map(({ id, name }) => (
        <Link key={id} href={`/?in=${id}`} className={styles['link']}>
          <Badge>
            <Folder aria-hidden="true" />
            {name}
          </Badge>
        </Link>
      ))}
      {source.tags.map(name => (
        <span key={name} className={styles['tag']}>
          <Badge tone="accent">{name}</Badge>
          {canWrite && (
            <Button
              look="quiet"
              icon
              aria-label={t('organise.removeTag', { tag: name })}
              onPress={() => void tag(name, false)}
            >
              <X aria-hidden="true" />
            </Button>
          )}
        </span>
      ))}
      {canWrite && (
        <Organise source={source} facets={facets}>
          <Button look="quiet">
            <Plus aria-hidden="true" />
            {t('organise.button')}
          </Button>
        </Organise>
      )}
    </div>
  )
}
