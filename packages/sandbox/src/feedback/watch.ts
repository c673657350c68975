/** What a desk is told, as server-sent events (WHATWG HTML, section 9.2). */
import { utf8 } from '@tiemchung/core'
import type { Handler } from '@tiemchung/schemas'
import type { Queryable } from '../database/database.js'
import type { SandboxWorld } from '../world.js'
import { type Numbered, notificationsFor } from './notifications.js'

/** Milliseconds of real time between two looks at the database, and until something is said. */
const poll = 250
const heartbeat = 15_000
const most = 100

const eventOf = ({ number, notification }: Numbered): string =>
  `id: ${number}\nevent: ${notification.type}\ndata: ${JSON.stringify(notification)}\n\n`

/** Whom to tell what. */
export interface Watch {
  readonly database: Queryable
  readonly world: Pick<SandboxWorld, 'sleep'>
  readonly desk: Handler
  /** The number of the last event that the watcher has. */
  readonly behind: number
  /** Whether the watcher's session is still good. */
  readonly isOpen: () => Promise<boolean>
}

/** The texts of a stream one after the other; it ends with the session or with the database. */
async function* textsFor({ database, world, desk, behind, isOpen }: Watch): AsyncGenerator<string> {
  let last = behind
  let quiet = 0
  yield 'retry: 2000\n\n'
  while (await isOpen()) {
    const found = await notificationsFor(database, desk, last, most)
    last = found.at(-1)?.number ?? last
    if (found.length > 0 || quiet >= heartbeat) {
      yield found.length > 0 ? found.map(eventOf).join('') : ': waiting\n\n'
      quiet = 0
    }
    await world.sleep(poll)
    quiet += poll
  }
}

/** A stream of events that ends when its reader goes, its session ends, or the database is closed. */
export function watchItems(watch: Watch): ReadableStream<Uint8Array> {
  let gone = false
  const isOpen = async () => !gone && (await watch.isOpen())
  const texts = textsFor({ ...watch, isOpen })
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await texts.next().catch(() => ({ done: true, value: undefined }) as const)
      if (gone) return
      if (next.done === true) controller.close()
      else controller.enqueue(utf8(next.value))
    },
    cancel: () => {
      gone = true
    },
  })
}
