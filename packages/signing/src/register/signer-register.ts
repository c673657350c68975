import { type CivilDate, inForce, type PolicyHead } from '@tiemchung/core'

/**
 * In what capacity a certificate signs: that of the facility itself, of its head (9438/BYT-CNTT) or of a person
 * whom the head authorised, of the chair of the commune's People's Committee (8938/BYT-DP, 9438), or of the one
 * unit that a province names to sign for its facilities.
 */
export type SignerRole =
  | 'facility'
  | 'facility-head'
  | 'authorised-person'
  | 'commune-chair'
  | 'province-unit'

/** What is signed. */
export type SignedThing = 'records' | 'seals' | 'minutes' | 'reports'

/**
 * Whose certificates these are: a public provider's under the national root, or those that the State issues to
 * its own bodies (chuyên dùng công vụ).
 */
export type IssuerKind = 'public' | 'special-purpose'

/** Which certificates a kind of issuer stands for. */
export interface IssuerAnchors {
  readonly kind: IssuerKind
  /** SHA-256 of the roots' certificates, lower-case hex: `certificateSummary(der).fingerprint`. */
  readonly anchors: readonly string[]
}

/**
 * Which certificate an entry speaks of: every one that a kind of issuer gave to exactly these identifiers, or one
 * by itself. By identifiers a renewed certificate needs no new entry; a citizen's number is then in the
 * register, which must be kept accordingly.
 */
export type NamedSigner =
  | {
      readonly issuerKind: IssuerKind
      /** All that the subject has, and no other: `MST:0100109106`. See `subjectIdentifiersOf`. */
      readonly identifiers: readonly string[]
    }
  | {
      /** SHA-256 of the certificate, lower-case hex. */
      readonly fingerprint: string
    }

/** One entitlement: this signer signs these things for these facilities on these days, both ends included. */
export interface SignerEntry {
  readonly signer: NamedSigner
  readonly role: SignerRole
  /** Codes of facilities, not people. */
  readonly facilities: readonly string[]
  readonly signs: readonly SignedThing[]
  readonly from: CivilDate
  /** Null: until further notice. */
  readonly to: CivilDate | null
}

/** Who may sign for which facility, and when: a dated document of whoever runs the platform. */
export interface SignerRegister extends PolicyHead {
  readonly format: 'signer-register/1'
  readonly issuers: readonly IssuerAnchors[]
  readonly entries: readonly SignerEntry[]
}

/** A certificate that signed something. */
export interface SignerInQuestion {
  /** SHA-256 of the certificate, lower-case hex. */
  readonly fingerprint: string
  /** As `subjectIdentifiersOf` gives them. */
  readonly identifiers: readonly string[]
  /**
   * SHA-256 of the root that its chain leads to, lower-case hex. Undefined: the chain is not believed, and what the
   * certificate says of itself counts for nothing.
   */
  readonly anchor: string | undefined
}

/** What it signed. */
export interface SigningAct {
  readonly facility: string
  /** The day on which it was signed. */
  readonly day: CivilDate
  readonly what: SignedThing
}

/**
 * What a register says of a signer and an act. `other-facility`, `other-days` and `other-things` are known not to be
 * entitled; of an `unknown-signer`, of one whose chain is not believed, and on a day on which the register is
 * not in force, nothing is known.
 */
export type Entitlement =
  | { readonly outcome: 'entitled'; readonly entries: readonly SignerEntry[] }
  | { readonly outcome: 'other-facility' | 'other-days' | 'other-things' }
  | { readonly outcome: 'unknown-signer' | 'chain-not-believed' | 'register-not-in-force' }

/** The kind of issuer that a root stands for; undefined when the register does not say. */
export function issuerKindOf(
  register: SignerRegister,
  anchor: string | undefined,
): IssuerKind | undefined {
  return register.issuers.find(({ anchors }) => anchors.some((one) => one === anchor))?.kind
}

/** What entries of the same signer have in common. */
export function signerKey(signer: NamedSigner): string {
  return 'fingerprint' in signer
    ? signer.fingerprint
    : `${signer.issuerKind} ${[...signer.identifiers].sort().join(' ')}`
}

function names(
  signer: NamedSigner,
  { fingerprint, identifiers }: SignerInQuestion,
  issuerKind: IssuerKind | undefined,
): boolean {
  if ('fingerprint' in signer) return signer.fingerprint === fingerprint
  return (
    signer.issuerKind === issuerKind &&
    signer.identifiers.length === identifiers.length &&
    signer.identifiers.every((one) => identifiers.includes(one))
  )
}

/** What the register says of a signer and what it signed. What it does not say is not allowed. */
export function entitlementOf(
  register: SignerRegister,
  signer: SignerInQuestion,
  { facility, day, what }: SigningAct,
): Entitlement {
  if (!inForce(register, day)) return { outcome: 'register-not-in-force' }
  const kind = issuerKindOf(register, signer.anchor)
  const own = register.entries.filter((entry) => names(entry.signer, signer, kind))
  if (own.length === 0) {
    return { outcome: signer.anchor === undefined ? 'chain-not-believed' : 'unknown-signer' }
  }
  const here = own.filter((entry) => entry.facilities.includes(facility))
  if (here.length === 0) return { outcome: 'other-facility' }
  const then = here.filter(({ from, to }) => from <= day && (to === null || day <= to))
  if (then.length === 0) return { outcome: 'other-days' }
  const entries = then.filter(({ signs }) => signs.includes(what))
  return entries.length === 0 ? { outcome: 'other-things' } : { outcome: 'entitled', entries }
}

/**
 * Whether a signer may sign this for a facility on a day. What the register does not say is not allowed.
 *
 * @example
 * ```ts
 * import { parseCivilDate } from '@tiemchung/core'
 * import { maySign, type SignerInQuestion, type SignerRegister } from '@tiemchung/signing'
 * declare const register: SignerRegister
 * declare const signer: SignerInQuestion
 * maySign(register, signer, {
 *   facility: '01001',
 *   day: parseCivilDate('2022-04-14'),
 *   what: 'records',
 * })
 * ```
 */
export function maySign(
  register: SignerRegister,
  signer: SignerInQuestion,
  act: SigningAct,
): boolean {
  return entitlementOf(register, signer, act).outcome === 'entitled'
}
