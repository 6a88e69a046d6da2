import { activity } from './activity.ts'
import { app } from './app.ts'
import { capture } from './capture.ts'
import { compare } from './compare.ts'
import { exchange } from './exchange.ts'
import { first } from './first.ts'
import { history } from './history.ts'
import { library } from './library.ts'
import { posts } from './posts.ts'
import { settings } from './settings.ts'
import { source } from './source.ts'
import { words } from './words.ts'

export const ar = {
  activity,
  app,
  capture,
  compare,
  exchange,
  first,
  history,
  library,
  posts,
  settings,
  source,
  words,
}
