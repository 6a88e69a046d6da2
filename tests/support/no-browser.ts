import { localBrowser } from '../../archive/browser/index.ts'

/** For what shall be fetched over http, whatever browser this computer has. */
export const NO_BROWSER = localBrowser({ STET_BROWSER: 'none' })
