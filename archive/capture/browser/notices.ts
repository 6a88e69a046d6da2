import type { Warning } from '../../model/snapshot.ts'

/** What a person is told where a page could not be kept as it would have been seen. */
const NOTICES = {
  'not-rendered': 'The browser could not write the page down as rendered. The page as received is kept.',
  'tab-crashed': 'The page ended its tab in the browser. The page as received is kept.',
  'browser-lost': 'The browser ended while it showed the page, twice. The page as received is kept.',
  'time-over': 'The time allowed for the capture was over. The page is kept as far as it had come.',
  'scripts-stopped':
    'A script of the page did not come to an end and was stopped. The page is kept as it stood then.',
  'page-broke-off': 'The connection ended early, but the end of the page had arrived.',
} as const

export type Notice = keyof typeof NOTICES

export function noticeOf(code: Notice): Warning {
  return { code, message: NOTICES[code] }
}
