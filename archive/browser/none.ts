import { StetError } from '../errors.ts'

/** The error of a capture that asks for a browser where there is none. */
export function noBrowser(env: NodeJS.ProcessEnv = process.env): StetError {
  const named = env['STET_BROWSER']
  const what = named
    ? `STET_BROWSER names ${named}, which cannot be run`
    : 'No Chromium, Chrome or Edge was found on this computer'
  const message = `${what}. Nothing was captured; install one, name one in STET_BROWSER, or choose the http engine.`
  return new StetError('not-found', message)
}
