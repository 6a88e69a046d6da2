/** Messages for the person who runs the host; never article content, never secrets. */
export interface Logger {
  info(message: string): void
  warn(message: string): void
}

export const silentLogger: Logger = { info() {}, warn() {} }
