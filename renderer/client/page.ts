import { queryOptions } from '@tanstack/react-query'
import { DOOR_PATH, doorSchema, type Door } from '../../archive/contract/door.ts'

/** What the browser host says of itself, asked once. */
export const doorQuery = queryOptions({
  queryKey: ['door'],
  queryFn: async ({ signal }): Promise<Door> => {
    const answer = await fetch(new URL(DOOR_PATH, location.href), { signal })
    return doorSchema.parse(await answer.json())
  },
})

/** Where the browser host shows an archived page. */
export const pageAddress = (door: Door, snapshotId: string): string => `${door.pagesUrl}${snapshotId}/`
