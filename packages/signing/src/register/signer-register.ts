import { type CivilDate, inForce, type PolicyHead } from '@tiemchung/core'

/**
 * In what capacity a certificate signs: head of a facility (9438/BYT-CNTT), chair of a commune's People's
 * Committee (8938/BYT-DP, 9438), or the one unit that a province names to sign for its facilities.
 */
export type SignerRole = 'facility' | 'commune-committee' | 'province-unit'

/** One entitlement: this certificate signs for these facilities on these days, both ends included. */
export interface SignerEntry {
  /** SHA-256 of the certificate, lower-case hex: `certificateSummary(der).fingerprint` of `@tiemchung/x509`. */
  readonly fingerprint: string
  readonly role: SignerRole
  /** Codes of facilities, not people. */
  readonly facilities: readonly string[]
  readonly from: CivilDate
  /** Null: until further notice. */
  readonly to: CivilDate | null
}

/** Who may sign for which facility, and when: a dated document of whoever runs the platform. */
export interface SignerRegister extends PolicyHead {
  readonly format: 'signer-register/1'
  readonly entries: readonly SignerEntry[]
}

/**
 * What a register says of a certificate, a facility and a day. `other-facility` and `other-days` are
 * known not to be entitled; of an `unknown-signer`, and on a day on which the register is not in force,
 * nothing is known.
 */
export type Entitlement =
  | 'entitled'
  | 'other-facility'
  | 'other-days'
  | 'unknown-signer'
  | 'register-not-in-force'

/** What the register says of a certificate (SHA-256 in hex), a facility and a day. */
export function entitlementOf(
  register: SignerRegister,
  fingerprint: string,
  facility: string,
  day: CivilDate,
): Entitlement {
  if (!inForce(register, day)) return 'register-not-in-force'
  const own = register.entries.filter((entry) => entry.fingerprint === fingerprint)
  if (own.length === 0) return 'unknown-signer'
  const here = own.filter((entry) => entry.facilities.includes(facility))
  if (here.length === 0) return 'other-facility'
  return here.some(({ from, to }) => from <= day && (to === null || day <= to))
    ? 'entitled'
    : 'other-days'
}

/**
 * Whether a certificate (SHA-256 in hex) may sign for a facility on a day. What the register does not
 * say is not allowed.
 *
 * @example
 * ```ts
 * import { parseCivilDate } from '@tiemchung/core'
 * import { maySign, type SignerRegister } from '@tiemchung/signing'
 * declare const register: SignerRegister
 * declare const fingerprint: string
 * maySign(register, fingerprint, '01001', parseCivilDate('2022-04-14'))
 * ```
 */
export function maySign(
  register: SignerRegister,
  fingerprint: string,
  facility: string,
  day: CivilDate,
): boolean {
  return entitlementOf(register, fingerprint, facility, day) === 'entitled'
}
