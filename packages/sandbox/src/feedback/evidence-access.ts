/** Whose evidence a caller may read and add to. */
import { isWith, mayTake } from '@tiemchung/feedback/rules'
import type { FeedbackItem } from '@tiemchung/schemas'
import type { Account } from '../account/accounts.js'
import type { AppContext } from '../app/operation-spec.js'
import type { Scope } from '../authorisation/scope.js'
import { one, type Queryable } from '../database/database.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'
import { ownItem } from './own-item.js'

/** Who asks for the evidence of an item. */
export interface AskedForEvidence {
  readonly scope: Scope
  readonly context: AppContext
  readonly account: Account
}

/**
 * The item, when its evidence is for the caller: its reporter, by reference and telephone; the desk that has it, and
 * those that may take it, by their session.
 *
 * @throws Problem `platform.not-found`, the same for no item and for one of others
 */
export async function itemWithEvidence(
  services: Services,
  database: Queryable,
  id: string,
  { scope, context }: Pick<AskedForEvidence, 'scope' | 'context'>,
): Promise<FeedbackItem> {
  if (scope.whose === 'own-item') return ownItem(services, database, id, context)
  const { desk } = scope
  const row = await one<{ item: FeedbackItem }>(
    database,
    'select item from feedback where id = $1',
    [id],
  )
  const item = row?.item
  const mine = item?.receivedAt !== undefined && (isWith(item, desk) || mayTake(item, desk))
  if (!mine) throw new Problem(404, 'platform.not-found')
  return item
}

/** Who attached something, for the history of the item: an officer by name, the reporter by none. */
export const attachedBy = ({ scope, account }: AskedForEvidence): { readonly officer?: string } =>
  scope.whose === 'own-item' ? {} : { officer: account.name }
