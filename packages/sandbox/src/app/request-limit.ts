/** How much one caller may ask within a minute: an account, or else an address. */
import { authorise, type Caller } from '../authorisation/authorise.js'
import type { Action } from '../authorisation/table.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'
import type { SandboxWorld } from '../world.js'
import type { AppContext } from './operation-spec.js'

const minute = 60_000

/** Counts requests. What it has counted it forgets with the minute, and with the process. */
export interface RequestLimit {
  /**
   * Counts one request of a caller.
   *
   * @throws Problem `platform.too-many-requests` with the wait, when the caller has asked as much as it may
   */
  count(caller: string): void
}

/** A limit of so many requests of each caller in a minute of the sandbox's clock. */
export function requestLimit(
  { clock }: Pick<SandboxWorld, 'clock'>,
  perMinute: number,
): RequestLimit {
  let current = Number.NaN
  let counts = new Map<string, number>()
  return {
    count: (caller) => {
      const now = clock.now().getTime()
      const running = Math.floor(now / minute)
      if (running !== current) [current, counts] = [running, new Map<string, number>()]
      const count = (counts.get(caller) ?? 0) + 1
      counts.set(caller, count)
      if (count <= perMinute) return
      const retryAfter = Math.max(1, Math.ceil(((running + 1) * minute - now) / 1000))
      throw new Problem(429, 'platform.too-many-requests', { retryAfter })
    },
  }
}

/** Where a request came from, as the server of the sandbox says it; a call in the same process comes from nowhere. */
const addressOf = ({ env }: AppContext): string =>
  (env as { readonly address?: string } | undefined)?.address ?? ''

/**
 * The caller of an action, once the request is counted. One that is refused is counted for its address, so that wrong
 * tokens are no way around.
 *
 * @throws Problem `platform.too-many-requests`, and what `authorise` throws
 */
export async function countedCaller(
  services: Services,
  context: AppContext,
  action: Action,
): Promise<Caller> {
  const asked = await authorise(services, context, action).then(
    (caller) => ({ caller, name: caller.account.name }),
    (refusal: unknown) => ({ refusal, name: '' }),
  )
  const { name } = asked
  services.requests.count(name === '' ? `address ${addressOf(context)}` : `account ${name}`)
  if ('refusal' in asked) throw asked.refusal
  return asked.caller
}
