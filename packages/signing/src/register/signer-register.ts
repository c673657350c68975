import { type CivilDate, civilDateAt, type PolicyHead } from '@tiemchung/core'

/** One entitlement: this certificate signs for this facility, on these days, both included. */
export interface SignerEntry {
  /** SHA-256 of the certificate, base64url. */
  readonly thumbprint: string
  readonly facility: string
  readonly from: CivilDate
  readonly to: CivilDate | null
}

/** Who may sign for which facility, and when: a dated document of the unit that runs the platform. */
export interface SignerRegister extends PolicyHead {
  readonly format: 'signer-register/1'
  readonly entries: readonly SignerEntry[]
}

/** Whether a certificate may sign for a facility at an instant. What is not in the register may not. */
export function maySign(
  register: SignerRegister,
  thumbprint: string,
  facility: string,
  at: Date,
): boolean {
  const day = civilDateAt(at)
  return register.entries.some(
    (entry) =>
      entry.thumbprint === thumbprint &&
      entry.facility === facility &&
      entry.from <= day &&
      (entry.to === null || day <= entry.to),
  )
}
