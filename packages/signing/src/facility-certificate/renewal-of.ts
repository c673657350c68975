import { InputError } from '@tiemchung/core'
import { readCertificate } from '@tiemchung/x509'
import { errorCatalogue } from '../errors.js'
import type { RenewalPolicy } from './renewal-policy.js'

/** Where a certificate stands on the way to its end. `due`: renew it; `overdue`: renew it now. */
export type RenewalState = 'not-yet' | 'due' | 'overdue' | 'expired'

/** Whether a certificate is to be renewed, and the instants that decide it. */
export interface Renewal {
  readonly state: RenewalState
  /** From this instant on it may and should be renewed. */
  readonly dueFrom: Date
  /** From this instant on a renewal is late. */
  readonly overdueFrom: Date
  /** The last instant of the certificate; at the next second nothing is to be signed with it any more. */
  readonly expiresAt: Date
}

const day = 86_400_000

function stateAt(now: number, dueFrom: number, overdueFrom: number, expiresAt: number) {
  // RFC 5280 section 4.1.2.5: both ends belong to the validity, in whole seconds.
  if (now >= expiresAt + 1000) return 'expired'
  if (now >= overdueFrom) return 'overdue'
  return now >= dueFrom ? 'due' : 'not-yet'
}

/**
 * Whether a certificate in DER is to be renewed at an instant.
 *
 * It reads dates and nothing else: whether the certificate is believed, revoked or replaced already is not asked.
 * Days are counted back from its end by 24 hours.
 *
 * @throws ParseError `x509.der.*`, `x509.certificate.*`
 * @throws InputError `signing.instant` when `now` is no date
 * @example
 * ```ts
 * import { facilityRenewalPolicy, renewalOf } from '@tiemchung/signing'
 * declare const certificate: Uint8Array
 * const { state, expiresAt } = renewalOf(certificate, facilityRenewalPolicy, new Date())
 * if (state !== 'not-yet') console.log(`${state}: renew before ${expiresAt.toISOString()}`)
 * ```
 */
export function renewalOf(certificate: Uint8Array, policy: RenewalPolicy, now: Date): Renewal {
  if (Number.isNaN(now.getTime())) throw new InputError(errorCatalogue, 'signing.instant')
  const { notAfter: expiresAt } = readCertificate(certificate)
  const before = (days: number) => new Date(expiresAt.getTime() - days * day)
  const dueFrom = before(policy.dueDays)
  const overdueFrom = before(policy.overdueDays)
  const state = stateAt(
    now.getTime(),
    dueFrom.getTime(),
    overdueFrom.getTime(),
    expiresAt.getTime(),
  )
  return { state, dueFrom, overdueFrom, expiresAt }
}
