import { sourcePlace } from '../../../app/places.ts'

/** Of the page's address in the app: which of its looks is shown at first. */
export const LOOK_PARAM = 'look'

/** The picture of a version's page. */
export const screenshotPlace = (sourceId: string, snapshotId: string): string =>
  `${sourcePlace(sourceId, 'page', snapshotId)}&${LOOK_PARAM}=screenshot`
