import {
  type Check,
  equalBytes,
  failed,
  passed,
  type Report,
  skipped,
  unknown,
  verdictOf,
} from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import {
  type Anchor,
  attributeOids,
  type Certificate,
  documentSigning,
  type NameAttribute,
  type RevocationQuery,
  verifyPath,
} from '@tiemchung/x509'
import { hostCrypto } from '../world.js'
import { certificateOrNothing } from '../signature/certificate-or-nothing.js'

/** The checks of an answered certificate, in the order of the report. */
export const answeredCertificateCheckIds = [
  'answer.form',
  'answer.key',
  'answer.subject',
  'answer.chain',
  'answer.later',
] as const

/** One of the checks of an answered certificate. */
export type AnsweredCertificateCheckId = (typeof answeredCertificateCheckIds)[number]
type AnswerCheck = Check<AnsweredCertificateCheckId>

/** What a request asked for: what `readRequest` of `@tiemchung/x509/ca` gives. */
export interface AskedCertificate {
  /** SubjectPublicKeyInfo in DER. */
  readonly spki: Uint8Array
  readonly subject: { readonly attributes: readonly NameAttribute[] }
}

/** What an answered certificate is judged by. */
export interface CheckAnsweredOptions {
  readonly anchors: readonly Anchor[]
  /** The instant to judge at. */
  readonly at: Date
  /** Absent: revocation is not asked for. */
  readonly revocation?: RevocationQuery
  /** The certificate in DER that the new one replaces. Absent: `answer.later` is skipped. */
  readonly replaces?: Uint8Array
  readonly crypto?: CryptoProvider
}

const required = ['answer.form', 'answer.key', 'answer.subject', 'answer.chain'] as const

/** An attribute as it is compared. `undefined`: of a string type whose alphabet is not certain. */
function writtenOf({ type, text }: NameAttribute): string | undefined {
  return text === undefined ? undefined : `${type}=${text.normalize('NFC')}`
}

/**
 * Everything that was asked for must be there, in whatever order and spelling the issuer writes names. It may add what
 * was not asked for, such as a locality, but no second value of what was, and no identifier: with a `UID` more it
 * is another signer (see the signer register).
 */
function checkSubject(asked: AskedCertificate, given: Certificate): AnswerCheck {
  const id = 'answer.subject'
  const there = new Set(given.subject.attributes.map(writtenOf))
  const wanted = asked.subject.attributes.map(writtenOf)
  if (wanted.length === 0 || wanted.includes(undefined)) return unknown(id, 'unreadable')
  if (wanted.some((one) => !there.has(one))) return failed(id, 'differs')
  const settled = new Set([
    attributeOids.userId,
    ...asked.subject.attributes.map((one) => one.type),
  ])
  const added = given.subject.attributes.filter(
    (one) => settled.has(one.type) && !wanted.includes(writtenOf(one)),
  )
  if (added.some(({ type }) => type === attributeOids.userId))
    return failed(id, 'other-identifiers')
  return added.length > 0 ? failed(id, 'differs') : passed(id)
}

function checkKey({ spki }: AskedCertificate, given: Certificate): AnswerCheck {
  return equalBytes(spki, given.spki) ? passed('answer.key') : failed('answer.key', 'other-key')
}

async function checkChain(
  [leaf = new Uint8Array(), ...intermediates]: readonly Uint8Array[],
  { anchors, at, revocation, crypto = hostCrypto }: CheckAnsweredOptions,
): Promise<AnswerCheck> {
  const id = 'answer.chain'
  const query = { leaf, intermediates, anchors, at, purpose: documentSigning, crypto }
  const path = await verifyPath({ ...query, ...(revocation && { revocation }) })
  if (path.verdict === 'valid') return passed(id)
  const open =
    path.checks.find(({ status }) => status === 'failed') ??
    path.checks.find(({ status }) => status === 'unknown')
  const details = { params: { check: open?.id ?? 'path' } }
  const make = open?.status === 'failed' ? failed : unknown
  return make(id, open?.reason ?? 'not-valid', details)
}

function checkLater(given: Certificate, replaces: Uint8Array | undefined): AnswerCheck {
  const id = 'answer.later'
  if (replaces === undefined) return skipped(id, 'not-asked')
  const before = certificateOrNothing(replaces)
  if (before === undefined) return unknown(id, 'unreadable')
  return given.notAfter > before.notAfter ? passed(id) : failed(id, 'not-later')
}

/**
 * Whether the chain that an issuer answered with is what was asked for: the key and the subject of the request, a
 * chain to the anchors that is good for signing documents now, and a later end than that of the certificate it
 * replaces. Install it when the verdict is `valid`, and only then.
 *
 * It does not establish that the signer register knows the new certificate.
 *
 * @example
 * ```ts
 * import { type AskedCertificate, checkAnsweredCertificate } from '@tiemchung/signing'
 * declare const asked: AskedCertificate
 * declare const chain: readonly Uint8Array[]
 * declare const root: Uint8Array
 * const anchors = [{ certificate: root }]
 * const { verdict } = await checkAnsweredCertificate(asked, chain, { anchors, at: new Date() })
 * ```
 */
export async function checkAnsweredCertificate(
  asked: AskedCertificate,
  chain: readonly Uint8Array[],
  options: CheckAnsweredOptions,
): Promise<Report<AnsweredCertificateCheckId>> {
  const given = certificateOrNothing(chain[0])
  if (given === undefined) {
    const rest = answeredCertificateCheckIds.filter((id) => id !== 'answer.form')
    const checks = [
      failed('answer.form', 'unreadable'),
      ...rest.map((id) => skipped(id, 'unreadable')),
    ]
    return { verdict: 'invalid', checks }
  }
  const checks: readonly AnswerCheck[] = [
    passed('answer.form'),
    checkKey(asked, given),
    checkSubject(asked, given),
    await checkChain(chain, options),
    checkLater(given, options.replaces),
  ]
  return { verdict: verdictOf(checks, required), checks }
}
