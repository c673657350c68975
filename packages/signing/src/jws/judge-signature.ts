/** The cryptography of a facility's signature, and whom it belongs to. */
import { civilDateAt, failed, passed, skipped, toBase64Url, toHex, unknown } from '@tiemchung/core'
import { type CryptoProvider, type SignatureAlgorithm, schemeOf } from '@tiemchung/core/crypto'
import {
  type Anchor,
  type Certificate,
  documentSigning,
  type PathQuery,
  type PathReport,
  type Purpose,
  readCertificate,
  verifyPath,
} from '@tiemchung/x509'
import { entitlementOf, type SignerRegister } from '../register/signer-register.js'
import { hostCrypto } from '../world.js'
import { fitsKey } from './algorithm.js'
import { inOrder } from './in-order.js'
import { type OpenedJws, openJws, type SignatureCheck, signatureCheckIds } from './open-jws.js'
import type { HeaderClaims, SignedType } from './protected-header.js'

/** What a facility's signature is judged against. */
export interface VerifySignatureOptions {
  /** Roots that signers' chains must lead to; none at all leaves the verdict `indeterminate`. */
  readonly anchors: readonly Anchor[]
  /**
   * An instant by which the signature is known to have existed, such as that of its receipt: the chain
   * is judged then. Default: the signing time that the signature claims, which proves nothing by itself.
   */
  readonly at?: Date
  /**
   * Who may sign for which facility. Without it `signer.register` is `skipped`, and whoever has a
   * certificate below the anchors can sign for any facility.
   */
  readonly register?: SignerRegister
  /** What the signer's certificate must be for. Default `documentSigning` (RFC 9336). */
  readonly purpose?: Purpose
  /** Revocation lists in DER. Default: not asked. */
  readonly revocation?: PathQuery['revocation']
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
  /** The report on the signer's chain. */
  readonly path: PathReport
}

/** The checks of a signature and, once it could be taken apart, what was signed by whom. */
export interface JudgedSignature {
  readonly checks: readonly SignatureCheck[]
  readonly payload?: unknown
  readonly signer?: SignerFacts
}

const defaultTolerance = 300

function readOrNothing(der: Uint8Array): Certificate | undefined {
  try {
    return readCertificate(der)
  } catch {
    return undefined
  }
}

async function checkSignature(
  { header, signature, input }: OpenedJws,
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

function checkChain(path: PathReport): SignatureCheck {
  if (path.verdict === 'valid') return passed('signer.chain')
  const worst = path.verdict === 'invalid' ? 'failed' : 'unknown'
  const open = path.checks.find((check) => check.status === worst)
  const details = { params: { check: open?.id ?? 'path' } }
  const reason = open?.reason ?? 'not-valid'
  return worst === 'failed'
    ? failed('signer.chain', reason, details)
    : unknown('signer.chain', reason, details)
}

function checkRegister(
  register: SignerRegister | undefined,
  fingerprint: string,
  facility: string | undefined,
  signedAt: Date,
): SignatureCheck {
  const id = 'signer.register'
  if (register === undefined) return skipped(id, 'not-asked')
  if (facility === undefined) return unknown(id, 'no-facility')
  const entitlement = entitlementOf(register, fingerprint, facility, civilDateAt(signedAt))
  if (entitlement === 'entitled') return passed(id)
  return entitlement === 'other-facility' || entitlement === 'other-days'
    ? failed(id, entitlement)
    : unknown(id, entitlement)
}

/** Whether the claimed time can be true: within the certificate's life, and not after it was received. */
function checkTime(
  { signedAt }: HeaderClaims,
  leaf: Certificate | undefined,
  { at, clockTolerance = defaultTolerance }: VerifySignatureOptions,
): SignatureCheck {
  const id = 'signing.time'
  if (leaf === undefined) return unknown(id, 'certificate')
  if (signedAt < leaf.notBefore) return failed(id, 'before-certificate')
  if (signedAt > leaf.notAfter) return failed(id, 'after-certificate')
  const latest = at === undefined ? signedAt.getTime() : at.getTime() + clockTolerance * 1000
  // Written so that a tolerance that is no number refuses.
  return signedAt.getTime() <= latest ? passed(id) : failed(id, 'in-the-future')
}

/**
 * Judges a compact JWS of a facility: form, header, canonical payload, signature, chain, entitlement.
 * `facilityOf` reads from the payload for whom it was signed.
 */
export async function judgeSignature(
  jws: string,
  typ: SignedType,
  facilityOf: (payload: unknown) => string | undefined,
  options: VerifySignatureOptions,
): Promise<JudgedSignature> {
  const { checks, opened } = openJws(jws, typ)
  if (opened === undefined) return { checks: inOrder(signatureCheckIds, checks) }
  const { header, payload } = opened
  const crypto = options.crypto ?? hostCrypto
  const [own, ...intermediates] = header.chain
  const digest = await crypto.digest('SHA-256', own)
  if (toBase64Url(digest) !== header.thumbprint) {
    const others = checks.filter(({ id }) => id !== 'jws.header')
    const refused = failed('jws.header', 'thumbprint') as SignatureCheck
    return { checks: inOrder(signatureCheckIds, [refused, ...others]) }
  }
  const { anchors, at = header.signedAt, purpose = documentSigning, revocation } = options
  const path = await verifyPath({
    leaf: own,
    intermediates,
    anchors,
    at,
    purpose,
    crypto,
    ...(revocation === undefined ? {} : { revocation }),
  })
  const fingerprint = toHex(digest)
  const leaf = readOrNothing(own)
  const judged = [
    ...checks,
    await checkSignature(opened, leaf, crypto),
    checkChain(path),
    checkRegister(options.register, fingerprint, facilityOf(payload), header.signedAt),
    checkTime(header, leaf, options),
  ]
  const signer = { algorithm: header.alg, signedAt: header.signedAt, fingerprint, path }
  return { checks: inOrder(signatureCheckIds, judged), payload, signer }
}
