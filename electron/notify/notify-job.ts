import { Notification } from 'electron'
import type { EndedJob } from '../core/messages.ts'
import { getMainWindow, showMainWindow } from '../windows/main-window.ts'
import type { Words } from '../words/en.ts'
import { jobWords } from './job-words.ts'

/** Says that a job ended, to somebody who is looking elsewhere. */
export function notifyJob(job: EndedJob, words: Words): void {
  const said = jobWords(job, words)
  if (!said || getMainWindow()?.isFocused() || !Notification.isSupported()) return
  const notification = new Notification(said)
  notification.on('click', showMainWindow)
  notification.show()
}
