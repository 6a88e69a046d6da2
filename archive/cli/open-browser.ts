import open from 'open'

/** Whether this computer has a screen to open a window on. */
function hasScreen(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/** Opens an address in the person's browser, where there is a screen. Whether it did. */
export async function openBrowser(url: string): Promise<boolean> {
  if (!hasScreen()) return false
  try {
    const child = await open(url)
    // A browser that is not there is no failure of Stet's: the address was printed.
    child.on('error', () => {})
    return true
  } catch {
    return false
  }
}
