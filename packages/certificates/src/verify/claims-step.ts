/** Step 3: the claims, once the signature holds: times and payload. */
import type { WrittenTime } from '../envelope/cwt.js'
import type { OpenedEnvelope } from '../envelope/open-envelope.js'
import type { CertificateCheckId } from './check-ids.js'
import type { VerifyContext } from './context.js'
import type { Ledger } from './ledger.js'
import { unknownCodes } from '../payload/check-codes.js'
import { checkCharacterStatus } from '../payload/check-character.js'
import { type PayloadContent, readPayload } from '../payload/read-payload.js'
import type { CheckReason } from './reasons.js'

/** Seconds since 1970 that were found sound. */
export interface SoundTimes {
  readonly issuedAt: number | undefined
  readonly notBefore: number | undefined
  readonly expiresAt: number | undefined
}

/** Beyond the year 5138 in seconds; in milliseconds that is 1973, so later times are not seconds. */
const latest = 100_000_000_000

function soundTime(id: CertificateCheckId, time: WrittenTime, ledger: Ledger): number | undefined {
  const fault = (reason: CheckReason) => {
    ledger.fail(id, reason)
    return undefined
  }
  if (!Number.isFinite(time.seconds)) return fault('time-not-a-number')
  if (time.seconds < 0 || time.seconds >= latest) return fault('time-out-of-range')
  if (!time.float) return time.seconds
  return ledger.takes('float-times') ? Math.floor(time.seconds) : fault('float-times')
}

function required(
  id: CertificateCheckId,
  time: WrittenTime | undefined,
  ledger: Ledger,
): number | undefined {
  if (time !== undefined) return soundTime(id, time, ledger)
  ledger.fail(id, 'time-missing')
  return undefined
}

/** Checks `iat <= now <= exp`, both ends included, and `nbf <= now` where it is stated. */
export function checkTimes(
  { claims }: OpenedEnvelope,
  { at, profile }: VerifyContext,
  ledger: Ledger,
): SoundTimes {
  const now = at.getTime() / 1000
  const skew = profile.clockSkewSeconds
  const issuedAt = required('cwt.issued-at', claims.issuedAt, ledger)
  if (issuedAt !== undefined) {
    if (issuedAt > now + skew) ledger.fail('cwt.issued-at', 'not-yet-issued')
    else ledger.pass('cwt.issued-at')
  }
  const stated = claims.notBefore
  const notBefore = stated && soundTime('cwt.not-before', stated, ledger)
  if (stated === undefined) ledger.skip('cwt.not-before', 'time-absent')
  else if (notBefore !== undefined) {
    if (notBefore > now + skew) ledger.fail('cwt.not-before', 'not-yet-valid')
    else ledger.pass('cwt.not-before')
  }
  const expiresAt = required('cwt.expiry', claims.expiresAt, ledger)
  if (expiresAt !== undefined) {
    if (issuedAt !== undefined && expiresAt < issuedAt) {
      ledger.fail('cwt.expiry', 'expires-before-issue')
    } else if (expiresAt < now - skew) ledger.fail('cwt.expiry', 'expired')
    else ledger.pass('cwt.expiry')
  }
  return { issuedAt, notBefore, expiresAt }
}

/**
 * Looks at the check character of the certificate id. It never fails: many issuers have none or another rule,
 * it is no part of the id (annex 2 of the interoperability guidelines), and the signature covers it all.
 */
function lookAtCheckCharacter(certificateId: string, ledger: Ledger): void {
  const status = checkCharacterStatus(certificateId)
  if (status === 'matches') ledger.pass('payload.check-character')
  else ledger.skip('payload.check-character', `check-character-${status}`)
}

/** Checks the payload by the schema, its codes where value sets are given, and its check character. */
export function checkContent(
  { claims }: OpenedEnvelope,
  { profile, valueSets }: VerifyContext,
  ledger: Ledger,
): PayloadContent {
  const reading = readPayload(claims.payload, profile.tolerances)
  ledger.note(reading.tolerances)
  const [first] = reading.breaches
  if (first === undefined) ledger.pass('payload.schema')
  else {
    const { rule } = first
    ledger.fail('payload.schema', 'schema', { rule, issues: reading.breaches.length })
  }
  if (reading.payload === undefined) return reading
  const { v, t, r } = reading.payload
  lookAtCheckCharacter((v ?? t ?? r)?.[0].ci ?? '', ledger)
  if (valueSets === undefined) ledger.skip('payload.codes', 'no-value-sets')
  else if (unknownCodes(reading.payload, valueSets).length === 0) ledger.pass('payload.codes')
  else ledger.passBy('payload.codes', 'unknown-codes')
  return reading
}
