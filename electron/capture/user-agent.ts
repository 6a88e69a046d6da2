const CHROME_NAMES: readonly string[] = ['Mozilla', 'AppleWebKit', 'Chrome', 'Safari']

/**
 * What Chrome of the same version would call itself: without the names of Electron and the app, and with the first
 * number of the version only (https://www.chromium.org/updates/ua-reduction/). Pages know Electron by its name and
 * some turn it away, and who captures is the page's business no more than which browser a reader uses.
 */
export function chromeUserAgent(userAgent: string): string {
  return userAgent
    .replace(/ ([^\s/()]+)\/\S+/g, (token, name: string) => (CHROME_NAMES.includes(name) ? token : ''))
    .replace(/Chrome\/(\d+)\S*/, 'Chrome/$1.0.0.0')
}
