import type { CdpObject } from '../../archive/ports/browser.ts'

/**
 * How the core is shown pages. It asks main for one (`WantBrowser`, over the line all else goes over too) and is
 * given a port that belongs to that page alone: whoever lets go of the port lets go of the page.
 */
export type WantBrowser =
  | { readonly kind: 'about' }
  /** A page that nobody sees. `proxy` as in `OpenPageOptions`. */
  | { readonly kind: 'page'; readonly proxy: string }
  /** A page in a window that the person sees, and signs in with. */
  | { readonly kind: 'sign-in' }

export type GivenBrowser =
  | { readonly kind: 'about'; readonly product: string; readonly userAgent: string }
  /** With a port. */
  | { readonly kind: 'page' }
  /** The message is for people. */
  | { readonly kind: 'refused'; readonly message: string }

/** `sessionId` is empty for the page itself, and names a frame or worker of it elsewhere. */
export type ToPage =
  | {
      readonly type: 'command'
      readonly id: number
      readonly method: string
      readonly params: CdpObject
      readonly sessionId: string
    }
  /** Events of this name are listened to from now on; nothing else is sent. */
  | { readonly type: 'hear'; readonly event: string }
  | { readonly type: 'close' }

export type FromPage =
  | { readonly type: 'answer'; readonly id: number; readonly result: CdpObject }
  /** In the browser's own words. */
  | { readonly type: 'failed'; readonly id: number; readonly message: string }
  | {
      readonly type: 'event'
      readonly method: string
      readonly params: CdpObject
      readonly sessionId: string
    }
  /** The person closes the window: what is to be read of it is read now, and then `close` sent. */
  | { readonly type: 'leaving' }
  /** The page is lost; the port is closed after this. Words for the middle of a sentence. */
  | { readonly type: 'gone'; readonly why: string }
