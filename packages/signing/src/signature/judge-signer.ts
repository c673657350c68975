/** Whether a facility's signature holds, and whom it belongs to, in whichever form it was written. */
import {
  type Check,
  civilDateAt,
  failed,
  inForce,
  passed,
  skipped,
  toHex,
  unknown,
} from '@tiemchung/core'
import { type CryptoProvider, type SignatureAlgorithm, schemeOf } from '@tiemchung/core/crypto'
import {
  type Anchor,
  type Certificate,
  documentSigning,
  type IssuerCache,
  type PathReport,
  type Purpose,
  type RevocationQuery,
  type TimestampReport,
} from '@tiemchung/x509'
import type { SigningPolicy } from '../policy/signing-policy.js'
import {
  type Entitlement,
  entitlementOf,
  type IssuerKind,
  issuerKindOf,
  type SignedThing,
  type SignerRegister,
  type SignerRole,
} from '../register/signer-register.js'
import { subjectIdentifiersOf } from '../register/subject-identifiers.js'
import type { JudgedTimestamp, TimestampTrust } from '../timestamp/judge-timestamp.js'
import { hostCrypto } from '../world.js'
import { fitsKey } from './algorithm.js'
import { certificateOrNothing } from './certificate-or-nothing.js'
import { judgeChain } from './judge-chain.js'

/** What a facility's signature is judged against. */
export interface VerifySignatureOptions {
  /** Roots that signers' chains must lead to; none at all leaves the verdict `indeterminate`. */
  readonly anchors: readonly Anchor[]
  /**
   * The instant of the judgement, such as that of receipt: revocation is asked for then, and so is the chain,
   * unless something proves that the signature was there earlier. Default: the proven time, else the signing
   * time that the signature claims, which proves nothing by itself.
   */
  readonly at?: Date
  /**
   * An instant by which the verifier itself knows the signature to have been there, such as that of its receipt
   * in the verifier's own log. What became of the certificate afterwards then does not touch it.
   */
  readonly provenAt?: Date
  /**
   * Whose timestamps are believed. Without it a timestamp is read but not judged: `signing.timestamp` is
   * `skipped`, and it proves nothing.
   */
  readonly timestamps?: TimestampTrust
  /**
   * Who may sign for which facility. Without it `signer.register` is `skipped`, and whoever has a
   * certificate below the anchors can sign for any facility.
   */
  readonly register?: SignerRegister
  /**
   * Who may sign what and until when. Without it `signer.role` and `signing.in-time` are `skipped`. The first needs
   * the register as well.
   */
  readonly policy?: SigningPolicy
  /** What the signer's certificate must be for. Default `documentSigning` (RFC 9336). */
  readonly purpose?: Purpose
  /** Revocation lists and answers in DER. Default: not asked. */
  readonly revocation?: Omit<RevocationQuery, 'provenAt'>
  /** What was found of the same issuers before; see `issuerCache` of `@tiemchung/x509`. */
  readonly cache?: IssuerCache
  /** Seconds by which the claimed signing time may lie after `at`, for clocks that differ. Default 300. */
  readonly clockTolerance?: number
  readonly crypto?: CryptoProvider
}

/** What a signature says of itself: to be believed as far as the checks beside it say, and no further. */
export interface SignerFacts {
  readonly algorithm: SignatureAlgorithm
  /** The instant that the signer claims. */
  readonly signedAt: Date
  /** SHA-256 of the signer's certificate, lower-case hex. */
  readonly fingerprint: string
  /** In what capacity the register lets it sign this; undefined unless it does. */
  readonly role?: SignerRole
  /** Whose certificates these are, as the register says of the root; undefined when it does not. */
  readonly issuerKind?: IssuerKind
  /** The instant by which the signature is proven to have been there; undefined when nothing proves it. */
  readonly provenAt?: Date
  /** The reports on its timestamps, in order; empty when there are none or they were not judged. */
  readonly timestamps: readonly TimestampReport[]
  /** The report on the signer's chain. */
  readonly path: PathReport
}

/** The checks that a signature has beside those that every one must pass. */
export type FurtherCheck = Check<'signer.role' | 'signing.timestamp'>

/** The checks of who signed, in the order of the report. They come behind those of the form that was signed in. */
export const signerCheckIds = ['signer.chain', 'signer.register', 'signing.time'] as const

/** One of the checks of who signed. */
export type SignerCheck = Check<(typeof signerCheckIds)[number]>

/** What a signature says of its signer, once its form is right. Nothing of it is believed yet. */
export interface SignerClaims {
  readonly alg: SignatureAlgorithm
  /** The chain, the signer's own certificate first. */
  readonly chain: readonly [Uint8Array, ...Uint8Array[]]
  readonly signedAt: Date
}

/** A signature taken apart, whatever it was written in. */
export interface OpenedSignature {
  readonly header: SignerClaims
  readonly payload: unknown
  readonly signature: Uint8Array
  /** What was signed. */
  readonly input: Uint8Array
}

/** The checks of a signature and, once it could be taken apart, what was signed by whom. */
export interface JudgedSignature<Id extends string = string> {
  readonly checks: readonly Check<Id>[]
  readonly further: readonly FurtherCheck[]
  readonly payload?: unknown
  readonly signer?: SignerFacts
}

/** Seconds by which clocks may differ unless the caller says otherwise. */
export const defaultTolerance = 300

async function signatureFault(
  { header: { alg }, signature, input }: OpenedSignature,
  leaf: Certificate | undefined,
  crypto: CryptoProvider,
): Promise<string | undefined> {
  if (leaf === undefined) return 'certificate'
  try {
    const key = await crypto.importPublicKey(leaf.spki)
    if (!fitsKey(alg, key.kind)) return 'key-algorithm'
    const holds = await crypto.verify(schemeOf[alg], key, signature, input)
    return holds ? undefined : 'does-not-hold'
  } catch {
    return 'key'
  }
}

const refusing: ReadonlySet<string> = new Set(['other-facility', 'other-days', 'other-things'])

function checkRegister({ outcome }: Entitlement): SignerCheck {
  const id = 'signer.register'
  if (outcome === 'entitled') return passed(id)
  return refusing.has(outcome) ? failed(id, outcome) : unknown(id, outcome)
}

/** What a register and a policy say of the signer. */
interface Standing {
  readonly register: SignerCheck
  readonly role: FurtherCheck
  readonly facts: Pick<SignerFacts, 'role' | 'issuerKind'>
}

function roleRefusal(
  role: SignerRole,
  what: SignedThing,
  issuerKind: IssuerKind,
  policy: SigningPolicy,
): string | undefined {
  const right = policy.whoMaySign.find((one) => one.role === role)
  if (right?.signs.includes(what) !== true) return 'role-may-not-sign'
  return right.issuerKinds.includes(issuerKind) ? undefined : 'issuer-kind'
}

/** One of the entries that entitle must be of a role that the policy lets sign this. */
function checkRole(
  roles: readonly SignerRole[],
  what: SignedThing,
  issuerKind: IssuerKind | undefined,
  signedAt: Date,
  policy: SigningPolicy | undefined,
): { readonly check: FurtherCheck; readonly role?: SignerRole } {
  const id = 'signer.role'
  const [first] = roles
  if (policy === undefined || first === undefined) return { check: skipped(id, 'not-asked') }
  const details = { cite: `${policy.id} ${policy.version}` }
  if (!inForce(policy, civilDateAt(signedAt))) {
    return { check: unknown(id, 'policy-not-in-force', details) }
  }
  if (issuerKind === undefined) return { check: unknown(id, 'issuer-not-in-register', details) }
  const role = roles.find((one) => roleRefusal(one, what, issuerKind, policy) === undefined)
  if (role !== undefined) return { check: passed(id, details), role }
  const reason = roleRefusal(first, what, issuerKind, policy) ?? 'role-may-not-sign'
  return { check: failed(id, reason, details) }
}

interface Signed {
  readonly own: Uint8Array
  readonly fingerprint: string
  readonly path: PathReport
  readonly facility: string | undefined
  readonly signedAt: Date
  readonly what: SignedThing
}

function identifiersIn(certificate: Uint8Array): readonly string[] {
  try {
    return subjectIdentifiersOf(certificate)
  } catch {
    return []
  }
}

async function rootOf(path: PathReport, crypto: CryptoProvider): Promise<string | undefined> {
  const root = path.path.at(-1)
  if (path.verdict !== 'valid' || root === undefined) return undefined
  return toHex(await crypto.digest('SHA-256', root))
}

async function judgeStanding(
  { own, fingerprint, path, facility, signedAt, what }: Signed,
  { register, policy }: VerifySignatureOptions,
  crypto: CryptoProvider,
): Promise<Standing> {
  const notAsked = skipped('signer.role', 'not-asked')
  const open = (check: SignerCheck) => ({ register: check, role: notAsked, facts: {} })
  if (register === undefined) return open(skipped('signer.register', 'not-asked'))
  if (facility === undefined) return open(unknown('signer.register', 'no-facility'))
  const anchor = await rootOf(path, crypto)
  const signer = { fingerprint, identifiers: identifiersIn(own), anchor }
  const day = civilDateAt(signedAt)
  const entitlement = entitlementOf(register, signer, { facility, day, what })
  const issuerKind = issuerKindOf(register, anchor)
  const kind = issuerKind === undefined ? {} : { issuerKind }
  const check = checkRegister(entitlement)
  if (entitlement.outcome !== 'entitled') return { ...open(check), facts: kind }
  const roles = entitlement.entries.map((entry) => entry.role)
  const judged = checkRole(roles, what, issuerKind, signedAt, policy)
  const role = judged.role ?? roles[0]
  const facts = judged.check.status === 'failed' || role === undefined ? kind : { ...kind, role }
  return { register: check, role: judged.check, facts }
}

/**
 * Whether the claimed time can be true: within the certificate's life, not after it was received, and not after
 * it was proven to be there.
 */
function checkTime(
  { signedAt }: SignerClaims,
  leaf: Certificate | undefined,
  proven: Date | undefined,
  { at, clockTolerance = defaultTolerance }: VerifySignatureOptions,
): SignerCheck {
  const id = 'signing.time'
  if (leaf === undefined) return unknown(id, 'certificate')
  if (signedAt < leaf.notBefore) return failed(id, 'before-certificate')
  if (signedAt > leaf.notAfter) return failed(id, 'after-certificate')
  // Written so that an instant or a tolerance that is no number refuses.
  const by = (latest: Date | undefined) =>
    latest === undefined || signedAt.getTime() <= latest.getTime() + clockTolerance * 1000
  if (!by(at)) return failed(id, 'in-the-future')
  return by(proven) ? passed(id) : failed(id, 'after-proof')
}

/** The earliest instant by which a signature is proven to have been there. */
function earliest(...instants: readonly (Date | undefined)[]): Date | undefined {
  const known = instants.filter((one) => one !== undefined).map((one) => one.getTime())
  return known.length === 0 ? undefined : new Date(Math.min(...known))
}

/** What is signed for whom, and what is known of the signer beside the signature. */
export interface SigningCircumstances {
  readonly facility: string | undefined
  readonly what: SignedThing
  /** SHA-256 of the signer's certificate. */
  readonly digest: Uint8Array
  readonly stamp: JudgedTimestamp
}

/** What was found of a signature and its signer. */
export interface JudgedSigner {
  /** Why the signature does not hold; undefined when it does. */
  readonly fault: string | undefined
  readonly checks: readonly SignerCheck[]
  readonly further: readonly FurtherCheck[]
  readonly signer: SignerFacts
}

/** Judges the signature, its chain, and what follows from it. */
export async function judgeSigner(
  opened: OpenedSignature,
  { stamp, digest, ...act }: SigningCircumstances,
  options: VerifySignatureOptions,
): Promise<JudgedSigner> {
  const { header } = opened
  const { anchors, at, purpose = documentSigning, revocation, cache } = options
  const crypto = options.crypto ?? hostCrypto
  const [own, ...intermediates] = header.chain
  const proven = earliest(stamp.time, options.provenAt)
  const given = {
    ...(revocation === undefined ? {} : { revocation }),
    ...(cache === undefined ? {} : { cache }),
  }
  const query = { leaf: own, intermediates, anchors, purpose, crypto, ...given }
  const claimed = header.signedAt
  const { check, path } = await judgeChain(query, { claimed, proven, at })
  const fingerprint = toHex(digest)
  const signed = { ...act, own, fingerprint, path, signedAt: claimed }
  const standing = await judgeStanding(signed, options, crypto)
  const leaf = certificateOrNothing(own)
  const checks = [check, standing.register, checkTime(header, leaf, proven, options)]
  const facts = { algorithm: header.alg, signedAt: claimed, fingerprint, path, ...standing.facts }
  const when = proven === undefined ? {} : { provenAt: proven }
  const signer = { ...facts, ...when, timestamps: stamp.reports }
  const fault = await signatureFault(opened, leaf, crypto)
  return { fault, checks, further: [standing.role, stamp.check], signer }
}
