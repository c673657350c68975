/** An outbox over a platform that answers by a function; the clock moves only when somebody waits. */
import { fixedClock, type JsonValue, systemRandom } from '@tiemchung/core'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/store.js'
import type { Operation } from './operation.js'
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
