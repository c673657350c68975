/** Step 5: whether the certificate was revoked. */
import { after, type MaybePromise } from '@tiemchung/core/crypto'
import type { OpenedEnvelope } from '../envelope/open-envelope.js'
import type { VerifyContext } from './context.js'
import type { Ledger } from './ledger.js'
import { claimedEntry } from '../payload/read-payload.js'
import { askRevocation } from './ask-revocation.js'
import type { CheckReason } from './reasons.js'
import type { RevocationStatus } from './revocation-source.js'
import type { HeldSignature } from './signature-step.js'

const idOf = 'revocation.certificate'

/** Why nothing is known, for each answer that is neither yes nor no. */
const undecided: Readonly<Record<Exclude<RevocationStatus, 'listed' | 'not-listed'>, CheckReason>> =
  {
    maybe: 'revocation-maybe',
    unproven: 'revocation-unproven',
    stale: 'revocation-stale',
    unreachable: 'revocation-unreachable',
  }

/** Asks the revocation source about the certificate id as issued, the country and the signature. */
export function revocationStep(
  { claims, cose }: OpenedEnvelope,
  { algorithm, keyId }: HeldSignature,
  { revocation, profile, at, crypto }: VerifyContext,
  ledger: Ledger,
): MaybePromise<void> {
  if (revocation === undefined) {
    if (profile.requires.includes(idOf)) return ledger.unknown(idOf, 'no-revocation-data')
    return ledger.skip(idOf, 'no-revocation-data')
  }
  const entry = claimedEntry(claims.payload)
  const certificateId = entry?.get('ci')
  const country = entry?.get('co')
  if (typeof certificateId !== 'string' || typeof country !== 'string') return
  const { signature } = cose
  const subject = { keyId, certificateId, country, signature, algorithm }
  return after(askRevocation(revocation, subject, at, crypto), (status) => {
    if (status === 'not-listed') ledger.pass(idOf)
    else if (status === 'listed') ledger.fail(idOf, 'revoked')
    else ledger.unknown(idOf, undecided[status])
  })
}
