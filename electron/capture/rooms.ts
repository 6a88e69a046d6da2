import { randomUUID } from 'node:crypto'
import { session, type Session } from 'electron'
import { guardSession } from '../security/setup-security.ts'
import { chromeUserAgent } from './user-agent.ts'

/** Emptying takes milliseconds; a session that needs longer is not used again. */
const EMPTIES_WITHIN_MS = 10_000

export type RoomKind = 'capture' | 'sign-in'

/**
 * Sessions that captured pages and sign-ins live in: in memory only (no `persist:`), one for one page at a time, and
 * emptied before another gets it. Electron never frees a session it made, so that a new one for each capture would
 * grow main for as long as the app runs.
 */
export class Rooms {
  readonly #free: Record<RoomKind, Session[]> = { capture: [], 'sign-in': [] }

  take(kind: RoomKind): Session {
    return this.#free[kind].pop() ?? createRoom(kind)
  }

  /** Empties a session nobody uses any more. One that cannot be emptied is never used again. */
  async giveBack(kind: RoomKind, room: Session): Promise<void> {
    if (await emptied(room)) this.#free[kind].push(room)
  }
}

function createRoom(kind: RoomKind): Session {
  const room = session.fromPartition(`${kind}-${randomUUID()}`, { cache: false })
  guardSession(room, kind)
  room.setUserAgent(chromeUserAgent(room.getUserAgent()))
  room.setSpellCheckerEnabled(false)
  return room
}

async function emptied(room: Session): Promise<boolean> {
  const timeout = new Promise<'late'>(resolve => {
    setTimeout(resolve, EMPTIES_WITHIN_MS, 'late').unref()
  })
  const work = Promise.all([
    room.closeAllConnections(),
    room.clearStorageData(),
    room.clearCache(),
    room.clearAuthCache(),
    room.clearHostResolverCache(),
  ])
  return Promise.race([work, timeout]).then(
    outcome => outcome !== 'late',
    () => false,
  )
}
