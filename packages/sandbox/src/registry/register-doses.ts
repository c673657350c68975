/** Doses that the population register was told of, as the sandbox plays it. */
import { canonicalJson } from '@tiemchung/core'
import type { SharedDose, SharingReceipt } from '@tiemchung/schemas/wire'
import { one, type Queryable } from '../database/database.js'
import { Problem } from '../problem.js'
import type { SandboxWorld } from '../world.js'

/** Whether somebody in the register has the number, now or before. */
async function isKnown(database: Queryable, number: string): Promise<boolean> {
  const row = await one(
    database,
    'select number from register_person where number = $1 or old_numbers ? $1 limit 1',
    [number],
  )
  return row !== undefined
}

/**
 * Takes a dose in, once: the same one again gets the acknowledgement that it got. A dose of somebody whom
 * the register does not have is not kept, so that it can come again once the number was corrected.
 *
 * @throws Problem `platform.conflict` when another dose came under the id
 */
export async function takeDose(
  database: Queryable,
  { hash, clock }: Pick<SandboxWorld, 'hash' | 'clock'>,
  dose: SharedDose,
): Promise<SharingReceipt> {
  const hashed = hash(canonicalJson(dose))
  const kept = await one<{ receipt: SharingReceipt }>(
    database,
    'select receipt from register_dose where id = $1',
    [dose.id],
  )
  if (kept !== undefined) {
    if (kept.receipt.hash !== hashed) throw new Problem(409, 'platform.conflict')
    return kept.receipt
  }
  const known = await isKnown(database, dose.number)
  const receipt: SharingReceipt = {
    id: dose.id,
    state: known ? 'taken' : 'unknown-person',
    receivedAt: clock.now().toISOString(),
    hash: hashed,
  }
  if (!known) return receipt
  await database.query(
    `insert into register_dose (id, number, body, receipt) values ($1, $2, $3::jsonb, $4::jsonb)`,
    [dose.id, dose.number, JSON.stringify(dose), JSON.stringify(receipt)],
  )
  return receipt
}
