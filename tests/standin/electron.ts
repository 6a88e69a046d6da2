/** Everything the stand-in has of Electron's main process. What is not here fails where it is imported. */
import { app } from './app.ts'
import { BrowserWindow, WebContentsView } from './browser-window.ts'
import { dialog, nativeImage, nativeTheme, net, Notification, protocol, screen, shell } from './desktop.ts'
import { ipcMain } from './ipc-main.ts'
import { Menu, MenuItem } from './menu.ts'
import { MessageChannelMain } from './ports.ts'
import { session } from './session.ts'
import { strict } from './strict.ts'
import { utilityProcess } from './utility-process.ts'
import { webContents } from './web-contents.ts'

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
  WebContentsView,
}

// For `import electron from 'electron'`.
export default strict('electron', {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
  WebContentsView,
})
