/** An outbox over a platform that answers by a function; the clock moves only when somebody waits. */
import { fixedClock, HttpError, type JsonValue, systemRandom } from '@tiemchung/core'
import { errorCatalogue as httpErrors } from '@tiemchung/http'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/store.js'
import type { NewOperation, Operation } from './operation.js'
import { createOutbox } from './outbox.js'

/** What the platform says to an operation that comes for so many times; an error is thrown. */
export type Answer = (one: Operation, times: number) => unknown

export function office(answer: Answer = () => undefined, store: Store = memoryStore()) {
  const clock = fixedClock(new Date('2022-04-14T02:00:00Z'))
  const sent: Operation[] = []
  const waits: number[] = []
  const outbox = createOutbox({
    store,
    clock,
    random: systemRandom,
    sleep: (milliseconds) => {
      waits.push(milliseconds)
      return Promise.resolve(clock.advance(milliseconds))
    },
    send: async (one) => {
      sent.push(one)
      const times = sent.filter((other) => other.id === one.id).length
      const said = await answer(one, times)
      if (said instanceof Error) throw said
      return (said ?? { ok: true }) as JsonValue
    },
  })
  return { clock, outbox, sent, store, waits }
}

/** What the platform answers when it refuses. */
export const failed = (status: number, more: { retryable?: boolean; retryAfterMs?: number } = {}) =>
  new HttpError(httpErrors, 'http.status', { status, ...more })

/** A note about something. */
export const newNote = (subject: string, more: Partial<NewOperation> = {}): NewOperation => ({
  kind: 'note',
  subject,
  payload: { subject },
  ...more,
})

/** One that was added. */
export async function added(
  { outbox }: ReturnType<typeof office>,
  one = newNote('a'),
): Promise<Operation> {
  const [operation] = await outbox.add([one])
  if (operation === undefined) throw new Error('one was added')
  return operation
}
