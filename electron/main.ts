import { app, nativeTheme } from 'electron'
import { chooseArchive, firstArchive, recentArchives, rememberArchive } from './archives/archives.ts'
import { CapturePages } from './capture/pages.ts'
import { Commands, setupCommands } from './commands.ts'
import { CoreProcess } from './core/core-process.ts'
import { CHANNELS } from './ipc/channels.ts'
import { setupIdentity } from './identity.ts'
import { ownIpc } from './ipc/own.ts'
import { setupLinks, setupSingleInstance } from './links/setup-links.ts'
import { setupAbout } from './menu/about.ts'
import { AppMenu, setupMenu } from './menu/app-menu.ts'
import { notifyJob } from './notify/notify-job.ts'
import { PageView, setupPageView } from './page/page-view.ts'
import { setupSchemes } from './protocols/schemes.ts'
import { setupProtocols } from './protocols/setup-protocols.ts'
import { setupQuit } from './quit.ts'
import { setupSecurity } from './security/setup-security.ts'
import { setupWindowCalls } from './window-calls.ts'
import { getMainWindow, setupWindows } from './windows/main-window.ts'
import { en, type Words } from './words/en.ts'
import { wordsFor } from './words/language.ts'

setupIdentity()
app.enableSandbox()
setupSchemes()

const commands = new Commands()
if (setupSingleInstance(commands)) {
  setupLinks(commands)
  void app.whenReady().then(start)
} else {
  app.quit()
}

function start(): void {
  let words: Words = en
  const contents = () => getMainWindow()?.webContents ?? null
  const ipc = ownIpc(contents)
  const page = new PageView(getMainWindow)

  const core = new CoreProcess({
    dir: firstArchive(),
    pages: new CapturePages(() => words.signIn),
    onState: state => contents()?.send(CHANNELS.core, state),
    onNews: news => {
      if (news.type === 'job-ended') return notifyJob(news.job, words)
      if (news.type === 'settings') {
        words = wordsFor(news.language, app.getLocale())
        nativeTheme.themeSource = news.theme
        return menu.setWords(words)
      }
      if (!news.open || news.dir === recentArchives()[0]) return
      rememberArchive(news.dir)
      menu.build()
    },
  })
  const menu = new AppMenu({ commands, recents: recentArchives, onOpenRecent: dir => void open(dir) })
  const open = async (dir: string | null): Promise<void> => {
    if (dir === null || dir === core.dir) return
    page.clear()
    await core.open(dir)
  }
  const openArchive = async (): Promise<void> => open(await chooseArchive(words))

  setupSecurity({ onBlocked: () => page.countBlocked() })
  setupProtocols(core)
  setupWindowCalls(ipc, { core, contents, openArchive, onLoaded: () => page.clear() })
  setupCommands(ipc, commands)
  setupPageView(ipc, page)
  setupAbout()
  setupMenu(ipc, menu)
  setupQuit(core)
  core.start()
  setupWindows()
}
