import { Notification } from 'electron'
import type { EndedJob } from '../core/messages.ts'
import { getMainWindow, showMainWindow } from '../windows/main-window.ts'
import type { Words } from '../words/en.ts'
import { jobWords } from './job-words.ts'

/** Those on the screen: one that nobody holds is collected, and its click is never heard. */
const shown = new Set<Notification>()

/** Says that a job ended, to somebody who is looking elsewhere. */
export function notifyJob(job: EndedJob, words: Words): void {
  const said = jobWords(job, words)
  if (!said || getMainWindow()?.isFocused() || !Notification.isSupported()) return
  const notification = new Notification(said)
  shown.add(notification)
  notification.once('close', () => shown.delete(notification))
  notification.once('click', () => {
    shown.delete(notification)
    showMainWindow()
  })
  notification.show()
}
