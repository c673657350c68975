import {
  addDuration,
  civilDateAt,
  concatBytes,
  equalBytes,
  parseDuration,
  startOfDay,
} from '@tiemchung/core'
import type { CryptoProvider, Signer } from '@tiemchung/core/crypto'
import { type CertificateAlgorithm, signatureSchemeOf } from '../algorithm.js'
import type { CertificateType } from '../payload/payload.js'
import { systemCrypto } from '../world.js'
import type { IssuePolicy } from './issue-policy.js'
import { decision5772 } from './policies/decision-5772.js'
import { refuse } from './refuse.js'

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
  /**
   * The signer's public key as SubjectPublicKeyInfo in DER. When given, each signature is checked under it
   * before its certificate is given out, which costs one verification: for keys at a provider or in a
   * token, which may answer with another key than the one that was meant.
   */
  readonly publicKey?: Uint8Array
  /** Default: the host's. */
  readonly crypto?: CryptoProvider
}

/** A time in whole seconds since 1970. */
export const secondsOf = (instant: Date) => Math.floor(instant.getTime() / 1000)

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

/** What an issuing goes by, checked once for however many certificates. */
export interface IssueTerms {
  readonly algorithm: CertificateAlgorithm
  readonly keyId: Uint8Array
  readonly country: string
  readonly policy: IssuePolicy
  /** Whole seconds. */
  readonly issuedAt: Date
  readonly expiresAt: Date
  readonly signingCertificate: SigningCertificate | undefined
  /** Whether a signature is the signer's; absent: it is taken as it comes. */
  readonly holds?: (signature: Uint8Array, signed: Uint8Array) => boolean | Promise<boolean>
}

/** A judge of signatures under the public key of the options. */
async function judgeUnder(
  spki: Uint8Array,
  algorithm: CertificateAlgorithm,
  crypto: CryptoProvider,
): Promise<Pick<Required<IssueTerms>, 'holds'>> {
  const scheme = signatureSchemeOf(algorithm)
  const key = await crypto.importPublicKey(concatBytes(spki))
  return { holds: (signature, signed) => crypto.verify(scheme, key, signature, signed) }
}

/**
 * The options of an issuing, checked.
 *
 * @throws InputError `certificate-issue.algorithm`, `.country`, `.issued-at`, `.key-id`
 * @throws ParseError `crypto.key`
 */
export async function issueTerms(options: IssueOptions): Promise<IssueTerms> {
  const { signer, country = 'VN', policy = decision5772, signingCertificate } = options
  const { algorithm } = signer
  if (algorithm !== 'ES256' && algorithm !== 'PS256') refuse('certificate-issue.algorithm')
  if (!/^[A-Z]{2}$/.test(country)) refuse('certificate-issue.country')
  if (Number.isNaN(options.issuedAt.getTime())) refuse('certificate-issue.issued-at')
  const issuedAt = new Date(secondsOf(options.issuedAt) * 1000)
  const expiresAt = expiryOf(issuedAt, policy)
  const keyId = await keyIdFor(options)
  const { publicKey, crypto = systemCrypto } = options
  const judge = publicKey === undefined ? {} : await judgeUnder(publicKey, algorithm, crypto)
  return { algorithm, keyId, country, policy, issuedAt, expiresAt, signingCertificate, ...judge }
}
