import {
  addDuration,
  civilDateAt,
  equalBytes,
  InputError,
  parseDuration,
  SigningError,
  startOfDay,
} from '@tiemchung/core'
import type { CryptoProvider, Signer } from '@tiemchung/core/crypto'
import { type CertificateAlgorithm, coseNumberOf } from '../algorithm.js'
import { encodeCertificate, type JsonObject, prepareCertificate } from '../envelope/index.js'
import { issueErrors } from '../errors/issue-errors.js'
import type { CertificateType, HealthCertificatePayload } from '../payload/payload.js'
import { systemCrypto } from '../world.js'
import { checkAgainstPolicy } from './check-against-policy.js'
import type { IssuePolicy } from './issue-policy.js'
import { decision5772 } from './policies/decision-5772.js'

/** The signing certificate as plain data: what a certificate must stay within. */
export interface SigningCertificate {
  /** The first 8 bytes of SHA-256 of its DER. */
  readonly keyId: Uint8Array
  readonly country: string
  readonly notBefore: Date
  readonly notAfter: Date
  /** What it may sign; absent means anything. */
  readonly usages?: readonly CertificateType[]
}

/** How a certificate is issued. */
export interface IssueOptions {
  /** ES256 with P-256, or PS256 with RSA of 2048 bits and more. */
  readonly signer: Signer
  /** Issuing country, two letters. Default `VN`. */
  readonly country?: string
  readonly issuedAt: Date
  /** Lifetime, and what may be issued. Default: `decision5772`. */
  readonly policy?: IssuePolicy
  /** When given, its validity, country and usages are respected. */
  readonly signingCertificate?: SigningCertificate
  /** Default: of `signingCertificate`, else of the signer's own certificate. */
  readonly keyId?: Uint8Array
  /** Default: the host's. */
  readonly crypto?: CryptoProvider
}

/** An issued certificate. */
export interface IssuedCertificate {
  /** The text of the QR code. */
  readonly text: string
  readonly cose: Uint8Array
  readonly certificateId: string
  readonly keyId: Uint8Array
  readonly issuedAt: Date
  readonly expiresAt: Date
}

type IssueErrorCode = Extract<keyof typeof issueErrors, `certificate-issue.${string}`>

function refuse(code: IssueErrorCode): never {
  throw new InputError(issueErrors, code)
}

const secondsOf = (instant: Date) => Math.floor(instant.getTime() / 1000)

/** The same time of day, so many months later by the calendar of Viet Nam. */
function expiryOf(issuedAt: Date, policy: IssuePolicy): Date {
  const day = civilDateAt(issuedAt)
  const timeOfDay = issuedAt.getTime() - startOfDay(day).getTime()
  const lastDay = addDuration(day, parseDuration(policy.lifetime), 'clamp')
  return new Date(startOfDay(lastDay).getTime() + timeOfDay)
}

async function keyIdFor(options: IssueOptions): Promise<Uint8Array> {
  const { keyId, signingCertificate, signer, crypto = systemCrypto } = options
  const stated = keyId ?? signingCertificate?.keyId
  if (keyId !== undefined && signingCertificate !== undefined) {
    if (!equalBytes(keyId, signingCertificate.keyId)) refuse('certificate-issue.key-id')
  }
  const [leaf] = signer.chain
  const derived =
    stated === undefined && leaf !== undefined
      ? (await crypto.digest('SHA-256', leaf)).slice(0, 8)
      : stated
  return derived?.length === 8 ? derived : refuse('certificate-issue.key-id')
}

/** Verifiers refuse what its signer may not vouch for, so it is not signed. */
function respectSigner(
  certificate: SigningCertificate,
  wanted: {
    readonly country: string
    readonly type: CertificateType
    readonly issuedAt: Date
    readonly expiresAt: Date
  },
): void {
  const { notBefore, notAfter, usages, country } = certificate
  const { type, issuedAt, expiresAt } = wanted
  if (country !== wanted.country) refuse('certificate-issue.signer-country')
  if (usages !== undefined && !usages.includes(type)) refuse('certificate-issue.signer-usage')
  if (!(notBefore <= issuedAt && expiresAt <= notAfter)) refuse('certificate-issue.signer-validity')
}

async function signed(
  toBeSigned: Uint8Array,
  algorithm: CertificateAlgorithm,
  signer: Signer,
): Promise<Uint8Array> {
  const signature = await signer.sign(toBeSigned)
  const { length } = signature
  const sound = algorithm === 'ES256' ? length === 64 : length >= 256
  if (!sound) throw new SigningError(issueErrors, 'certificate-issue.signature-length')
  return signature
}

/**
 * A signed health certificate of a payload: text of the QR code, COSE bytes, id and expiry.
 *
 * The payload must follow the schema without liberties, and the policy says how long it lives and what
 * may be certified. It does not establish that the vaccination took place.
 *
 * @throws InputError `certificate-issue.*` when something may not be issued as asked
 * @throws SigningError `certificate-issue.signature-length`, and whatever the signer fails with
 * @example
 * ```ts
 * import type { Signer } from '@tiemchung/core/crypto'
 * import { type HealthCertificatePayload } from '@tiemchung/certificates'
 * import { issueCertificate } from '@tiemchung/certificates/issue'
 * async function issue(payload: HealthCertificatePayload, signer: Signer, issuedAt: Date) {
 *   const { text, expiresAt } = await issueCertificate(payload, { signer, issuedAt })
 *   return { text, expiresAt }
 * }
 * ```
 */
export async function issueCertificate(
  payload: HealthCertificatePayload,
  options: IssueOptions,
): Promise<IssuedCertificate> {
  const { signer, country = 'VN', policy = decision5772, signingCertificate } = options
  const { algorithm } = signer
  if (algorithm !== 'ES256' && algorithm !== 'PS256') refuse('certificate-issue.algorithm')
  if (!/^[A-Z]{2}$/.test(country)) refuse('certificate-issue.country')
  if (Number.isNaN(options.issuedAt.getTime())) refuse('certificate-issue.issued-at')
  const type = checkAgainstPolicy(payload, policy)
  const issuedAt = new Date(secondsOf(options.issuedAt) * 1000)
  const expiresAt = expiryOf(issuedAt, policy)
  if (signingCertificate !== undefined) {
    respectSigner(signingCertificate, { country, type, issuedAt, expiresAt })
  }
  const keyId = await keyIdFor(options)
  const unsigned = prepareCertificate({
    algorithm: coseNumberOf[algorithm],
    keyId,
    issuer: country,
    issuedAt: secondsOf(issuedAt),
    expiresAt: secondsOf(expiresAt),
    payload: payload as unknown as JsonObject,
  })
  const signature = await signed(unsigned.toBeSigned, algorithm, signer)
  const certificateId = (payload.v ?? payload.t ?? payload.r)?.[0].ci ?? ''
  return { ...encodeCertificate(unsigned, signature), certificateId, keyId, issuedAt, expiresAt }
}
