import { Ellipsis, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { type Facets, LIBRARY_VIEWS, type LibraryView } from '../../../archive/contract/library.ts'
import { useStatus } from '../../client/live.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { MenuButton } from '../../ui/Menu.tsx'
import { NameField } from './NameField.tsx'
import { EVERYTHING, isFiltered, narrowed, writeSearch, type Asked } from './query.ts'
import styles from './SidePane.module.css'
import { type Named, useDesk } from './use-desk.ts'

export interface SidePaneProps {
  readonly asked: Asked
  /** Of the whole archive; undefined until they are there. */
  readonly facets: Facets | undefined
}

/** The others only where there is something in them. */
const ALWAYS_SHOWN: ReadonlySet<LibraryView> = new Set(['changed', 'attempts'])

/** Ways into the library: views, collections, tags, with their counts. */
export function SidePane({ asked, facets }: SidePaneProps) {
  const { t } = useTranslation('library')
  const desk = useDesk()
  const readOnly = useStatus()?.access === 'read'
  const [adding, setAdding] = useState(false)
  const [renaming, setRenaming] = useState<string | null>(null)
  const to = (filter: Partial<Asked>) => `/?${writeSearch(narrowed(asked, filter))}`
  const everything = `/?${writeSearch({ ...EVERYTHING, sort: asked.sort, descending: asked.descending })}`
  const counts: Record<LibraryView, number | undefined> = {
    changed: facets?.changed,
    unseen: facets?.unseen,
    attempts: facets?.attemptsOnly,
    posts: facets?.ownPosts,
  }
  const views = LIBRARY_VIEWS.filter(
    view => ALWAYS_SHOWN.has(view) || (counts[view] ?? 0) > 0 || asked.only === view,
  )
  return (
    <nav className={styles['pane']} aria-label={t('views')}>
      <ul>
        <Entry href={everything} here={!isFiltered(asked)} count={facets?.all}>
          {t('all')}
        </Entry>
        {views.map(view => (
          <Entry
            key={view}
            href={to({ only: asked.only === view ? null : view })}
            here={asked.only === view}
            count={counts[view]}
          >
            {t(`view.${view}`)}
          </Entry>
        ))}
      </ul>
      <section aria-labelledby="collections-title">
        <div className={styles['head']}>
          <h2 id="collections-title">{t('collections')}</h2>
          <Button
            look="quiet"
            icon
            aria-label={t('newCollection')}
            isDisabled={readOnly}
            onPress={() => setAdding(true)}
          >
            <Plus aria-hidden="true" />
          </Button>
        </div>
        {adding && (
          <NameField
            label={t('collectionName')}
            onName={name => void desk.createCollection(name)}
            onLeave={() => setAdding(false)}
          />
        )}
        <ul>
          {facets?.collections.map(collection =>
            renaming === collection.id ? (
              <li key={collection.id}>
                <NameField
                  label={t('collectionName')}
                  name={collection.name}
                  onName={name => name !== collection.name && void desk.renameCollection(collection, name)}
                  onLeave={() => setRenaming(null)}
                />
              </li>
            ) : (
              <Entry
                key={collection.id}
                href={to({ collection: asked.collection === collection.id ? null : collection.id })}
                here={asked.collection === collection.id}
                count={collection.count}
                menu={
                  !readOnly && (
                    <CollectionMenu
                      collection={collection}
                      onRename={() => setRenaming(collection.id)}
                      onRemove={() => void desk.removeCollection(collection)}
                    />
                  )
                }
              >
                {collection.name}
              </Entry>
            ),
          )}
        </ul>
        {facets?.collections.length === 0 && !adding && (
          <p className={styles['none']}>{t('noCollections')}</p>
        )}
      </section>
      {facets !== undefined && facets.tags.length > 0 && (
        <section aria-labelledby="tags-title">
          <div className={styles['head']}>
            <h2 id="tags-title">{t('tags')}</h2>
          </div>
          <ul>
            {facets.tags.map(({ tag, count }) => (
              <Entry
                key={tag}
                href={to({ tag: asked.tag === tag ? null : tag })}
                here={asked.tag === tag}
                count={count}
              >
                {tag}
              </Entry>
            ))}
          </ul>
        </section>
      )}
    </nav>
  )
}

interface EntryProps {
  readonly href: string
  readonly here: boolean
  readonly count: number | undefined
  readonly menu?: ReactNode
  readonly children: string
}

function Entry({ href, here, count, menu, children }: EntryProps) {
  const format = useFormat()
  return (
    <li className={styles['entry']}>
      <Link href={href} className={styles['link']} aria-current={here ? 'true' : undefined}>
        <span className={styles['name']}>
          <bdi>{children}</bdi>
        </span>
        <span className={styles['count']}>{count === undefined ? '' : format.number(count)}</span>
      </Link>
      {menu}
    </li>
  )
}

interface CollectionMenuProps {
  readonly collection: Named
  readonly onRename: () => void
  readonly onRemove: () => void
}

function CollectionMenu({ collection, onRename, onRemove }: CollectionMenuProps) {
  const { t } = useTranslation('library')
  return (
    <span className={styles['menu']}>
      <MenuButton
        label={t('collectionMenu', { name: collection.name })}
        look="quiet"
        icon
        entries={[
          // After the menu has given the focus back to its button: the field wants it then.
          { id: 'rename', label: t('rename'), run: () => requestAnimationFrame(onRename) },
          { id: 'remove', label: t('remove'), danger: true, run: onRemove },
        ]}
      >
        <Ellipsis aria-hidden="true" />
      </MenuButton>
    </span>
  )
}
