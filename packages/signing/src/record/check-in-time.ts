/** The same-day duty: was a record signed by when its policy says, and what shows it? */
import { type Check, failed, inForce, passed, skipped, unknown } from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'
import { isSignedInTime, signingDay, type SigningPolicy } from '../policy/signing-policy.js'

const id = 'signing.in-time'

/**
 * Late is `failed` or `unknown`, as the policy says, and never passed. `proven` is the instant by which the
 * signature is shown to have been there; where the policy asks for a proof, the signer's word does not do.
 */
export function checkInTime(
  record: DoseRecord,
  claimed: Date,
  proven: Date | undefined,
  policy: SigningPolicy | undefined,
): Check<'signing.in-time'> {
  if (policy === undefined) return skipped(id, 'not-asked')
  const details = { cite: `${policy.id} ${policy.version}` }
  if (!inForce(policy, signingDay(record, policy))) {
    return unknown(id, 'policy-not-in-force', details)
  }
  const late = policy.whenLate === 'failed' ? failed : unknown
  if (!isSignedInTime(record, claimed, policy)) return late(id, 'late', details)
  if (policy.inTimeBy === 'claim') return passed(id, details)
  if (proven === undefined) return unknown(id, 'not-proven', details)
  return isSignedInTime(record, proven, policy) ? passed(id, details) : late(id, 'late', details)
}
