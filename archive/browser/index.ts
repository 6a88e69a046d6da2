export { findBrowser } from './find.ts'
export { launchBrowser, type RunningBrowser } from './launch.ts'
export { LOCAL_BROWSER_DEFAULTS, localBrowser, type LocalBrowserOptions } from './local.ts'
export { noBrowser } from './none.ts'
