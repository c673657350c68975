import type { Account } from '../account/accounts.js'
import { accountOf } from '../account/sessions.js'
import { bearerIn } from '../app/bearer.js'
import type { AppContext } from '../app/operation-spec.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'
import { Scope } from './scope.js'
import { type Action, isPublic, rowOf } from './table.js'

/** The caller without a session. */
const nobody: Account = { name: '', role: 'citizen', unit: undefined }

/** Who asks, and whose data they may act on. */
export interface Caller {
  readonly account: Account
  readonly scope: Scope
}

/**
 * The caller of an action. A session counts where the table names roles; what is open to the public asks for none.
 *
 * @throws Problem `platform.signed-out`, `platform.forbidden`, `platform.password-change`
 */
export async function authorise(
  { database, world }: Services,
  context: AppContext,
  action: Action,
): Promise<Caller> {
  const row = rowOf(action)
  const header = context.req.header('authorization')
  const open = row.public
  if (open !== undefined && (header === undefined || isPublic(action))) {
    return { account: nobody, scope: new Scope(open, nobody) }
  }
  const account = await accountOf(database, world, bearerIn(context))
  if (account.mustChangePassword === true && action !== 'account.change-password') {
    throw new Problem(403, 'platform.password-change')
  }
  // Who has an account may still be known by what they hold, like anybody else.
  const whose = row[account.role] ?? open
  if (whose === undefined) throw new Problem(403, 'platform.forbidden')
  return { account, scope: new Scope(whose, account) }
}
