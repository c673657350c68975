import type { SigningCall } from '../flow/call.js'
import { stopIfAsked } from '../wire/line.js'
import { outcomeError } from '../wire/outcome.js'

/** What a look at a transaction brought: its result, that it still waits, or that nothing was to be seen. */
export type Look<Result> = () => Promise<Result | 'waiting' | 'lost'>

/** How much longer than its user a provider may take, in seconds, so that its own word comes first. */
const grace = 30

const growth = 1.6

/** Waits, but no longer than until a callback comes. */
async function pause(call: SigningCall, transaction: string, seconds: number): Promise<void> {
  const { inbox, world, signal } = call
  const wait = world.sleep(seconds * 1000, signal)
  let unlisten: () => void = () => undefined
  const told = new Promise<void>((resolve) => {
    unlisten = inbox?.listen(transaction, resolve) ?? unlisten
  })
  try {
    await Promise.race([wait, told])
  } catch (caught) {
    stopIfAsked(signal)
    throw caught
  } finally {
    unlisten()
  }
}

/**
 * Looks at a transaction until it ends, ever less often. A look that fails is made again: the transaction is
 * with the provider, whatever happens to the wire.
 *
 * @throws SigningError `signing.expired`, `signing.stopped`, `signing.unavailable` when the last looks failed,
 *   and what `look` finds
 */
export async function waitFor<Result extends object>(
  call: SigningCall,
  transaction: string,
  look: Look<Result>,
  at: { readonly once: boolean },
): Promise<Result> {
  const { profile, world } = call
  const seconds = profile.confirmation.value
  const begun = world.clock.now().getTime()
  call.tell({ kind: 'waiting', request: call.request, until: new Date(begun + seconds * 1000) })
  let next = profile.poll.first
  let wait = at.once ? 0 : next
  for (;;) {
    if (wait > 0) await pause(call, transaction, wait)
    stopIfAsked(call.signal)
    const result = await look()
    if (result !== 'waiting' && result !== 'lost') return result
    if (world.clock.now().getTime() - begun > (seconds + grace) * 1000) {
      throw outcomeError(result === 'lost' ? 'unavailable' : 'expired')
    }
    wait = next
    next = Math.min(next * growth, profile.poll.most)
  }
}
