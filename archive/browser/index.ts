export { findBrowser } from './find.ts'
export { launchBrowser, type RunningBrowser } from './launch.ts'
export { localBrowser } from './local.ts'
export { noBrowser } from './none.ts'
