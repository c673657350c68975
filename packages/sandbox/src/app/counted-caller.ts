import { authorise, type Caller } from '../authorisation/authorise.js'
import type { Action } from '../authorisation/table.js'
import type { Services } from '../services.js'
import type { AppContext } from './operation-spec.js'

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
