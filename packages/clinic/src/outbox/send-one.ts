import { type AbortSignalLike, formatInstant } from '@tiemchung/core'
import type { Store } from '../store/store.js'
import type { ClinicWorld } from '../world.js'
import { type Backoff, waitAfter } from './backoff.js'
import { judgeFailure } from './failure.js'
import { changeOf, type Operation, type SendOperation } from './operation.js'

/** What sending stands on. */
export interface Sending {
  readonly store: Store
  readonly send: SendOperation
  readonly backoff: Backoff
  readonly world: ClinicWorld
}

async function attempt(
  { send, backoff, world }: Sending,
  sending: Operation,
  signal: AbortSignalLike | undefined,
): Promise<Operation> {
  try {
    const acknowledgement = await send(sending, signal)
    return { ...sending, state: 'acknowledged', acknowledgement }
  } catch (caught) {
    const { failure, state } = judgeFailure(caught)
    if (state !== 'waiting') return { ...sending, state, failure }
    const wait = waitAfter(sending.attempts, backoff, world.random)
    const notBefore = formatInstant(new Date(world.clock.now().getTime() + wait))
    return { ...sending, state, failure, notBefore }
  }
}

/** One attempt: on record as `sending` before the request leaves, and with its outcome after. */
export async function sendOne(
  on: Sending,
  waiting: Operation,
  signal: AbortSignalLike | undefined,
): Promise<Operation> {
  const { notBefore: _, failure: __, ...bare } = waiting
  const sending: Operation = { ...bare, state: 'sending', attempts: waiting.attempts + 1 }
  await on.store.write([changeOf(sending)])
  const after = await attempt(on, sending, signal)
  await on.store.write([changeOf(after)])
  return after
}
