/** The cryptography of a facility's signature, and whom it belongs to. */
import {
  type Check,
  civilDateAt,
  failed,
  inForce,
  passed,
  skipped,
  toBase64Url,
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
import {
  type JudgedTimestamp,
  judgeTimestamp,
  type TimestampTrust,
} from '../timestamp/judge-timestamp.js'
import { hostCrypto } from '../world.js'
import { fitsKey } from './algorithm.js'
import { certificateOrNothing } from './certificate-or-nothing.js'
import { inOrder } from './in-order.js'
import { judgeChain } from './judge-chain.js'
import { type OpenedJws, openJws, type SignatureCheck, signatureCheckIds } from './open-jws.js'
import type { HeaderClaims, SignedType } from './protected-header.js'
import type { FlattenedJws } from './serialization.js'

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

/** The checks of a signature and, once it could be taken apart, what was signed by whom. */
export interface JudgedSignature {
  readonly checks: readonly SignatureCheck[]
  readonly further: readonly FurtherCheck[]
  readonly payload?: unknown
  readonly signer?: SignerFacts
}

const defaultTolerance = 300

async function checkSignature(
  { header, parts: { signature, input } }: OpenedJws,
  leaf: Certificate | undefined,
  crypto: CryptoProvider,
): Promise<SignatureCheck> {
  if (leaf === undefined) return failed('jws.signature', 'certificate')
  try {
    const key = await crypto.importPublicKey(leaf.spki)
    if (!fitsKey(header.alg, key.kind)) return failed('jws.signature', 'key-algorithm')
    const holds = await crypto.verify(schemeOf[header.alg], key, signature, input)
    return holds ? passed('jws.signature') : failed('jws.signature', 'does-not-hold')
  } catch {
    return failed('jws.signature', 'key')
  }
}

const thingOf: Readonly<Record<SignedType, SignedThing>> = {
  'dose-record+jws': 'records',
  'day-seal+jws': 'seals',
}

const refusing: ReadonlySet<string> = new Set(['other-facility', 'other-days', 'other-things'])

function checkRegister({ outcome }: Entitlement): SignatureCheck {
  const id = 'signer.register'
  if (outcome === 'entitled') return passed(id)
  return refusing.has(outcome) ? failed(id, outcome) : unknown(id, outcome)
}

/** What a register and a policy say of the signer. */
interface Standing {
  readonly register: SignatureCheck
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
  const open = (check: SignatureCheck) => ({ register: check, role: notAsked, facts: {} })
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
  { signedAt }: HeaderClaims,
  leaf: Certificate | undefined,
  proven: Date | undefined,
  { at, clockTolerance = defaultTolerance }: VerifySignatureOptions,
): SignatureCheck {
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

/** The chain, and what follows from it. */
async function judgeSigner(
  opened: OpenedJws,
  stamp: JudgedTimestamp,
  digest: Uint8Array,
  act: { readonly facility: string | undefined; readonly what: SignedThing },
  options: VerifySignatureOptions,
): Promise<Required<Pick<JudgedSignature, 'checks' | 'further' | 'signer'>>> {
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
  const checks = [
    await checkSignature(opened, leaf, crypto),
    check as SignatureCheck,
    standing.register,
    checkTime(header, leaf, proven, options),
  ]
  const facts = { algorithm: header.alg, signedAt: claimed, fingerprint, path, ...standing.facts }
  const when = proven === undefined ? {} : { provenAt: proven }
  const signer = { ...facts, ...when, timestamps: stamp.reports }
  return { checks, further: [standing.role, stamp.check], signer }
}

/**
 * Judges a JWS of a facility: form, header, canonical payload, signature, timestamp, chain, entitlement.
 * `facilityOf` reads from the payload for whom it was signed; `given` are the octets that were sent beside a
 * detached one.
 */
export async function judgeSignature(
  jws: string | FlattenedJws,
  typ: SignedType,
  facilityOf: (payload: unknown) => string | undefined,
  options: VerifySignatureOptions,
  given?: Uint8Array,
): Promise<JudgedSignature> {
  const { checks, opened } = openJws(jws, typ, given)
  if (opened === undefined) return { checks: inOrder(signatureCheckIds, checks), further: [] }
  const { header, payload, parts } = opened
  const crypto = options.crypto ?? hostCrypto
  const digest = await crypto.digest('SHA-256', header.chain[0])
  if (toBase64Url(digest) !== header.thumbprint) {
    const others = checks.filter(({ id }) => id !== 'jws.header')
    const refused = failed('jws.header', 'thumbprint') as SignatureCheck
    return { checks: inOrder(signatureCheckIds, [refused, ...others]), further: [] }
  }
  const { at, clockTolerance = defaultTolerance } = options
  const latest = at === undefined ? undefined : new Date(at.getTime() + clockTolerance * 1000)
  const stamp = await judgeTimestamp(parts, options.timestamps, latest, crypto)
  const act = { facility: facilityOf(payload), what: thingOf[typ] }
  const judged = await judgeSigner(opened, stamp, digest, act, options)
  const all = inOrder(signatureCheckIds, [...checks, ...judged.checks])
  return { checks: all, further: judged.further, payload, signer: judged.signer }
}
