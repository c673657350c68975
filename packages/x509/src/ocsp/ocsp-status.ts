/** What do these OCSP responses say of this certificate, for one who asked and knows its issuer? */
import { InputError } from '@tiemchung/core'
import { type CryptoProvider, systemCrypto } from '@tiemchung/core/crypto'
import { type Certificate, readCertificate } from '../certificate/read-certificate.js'
import { statusByLists } from '../crl/judge-lists.js'
import { ListIndex } from '../crl/list-index.js'
import { readCrl } from '../crl/read-crl.js'
import { errorCatalogue } from '../errors.js'
import { readable } from '../readable.js'
import type { CertificateStatus, StatusTerms } from '../revocation/certificate-status.js'
import { hardFail, type RevocationPolicy } from '../revocation/revocation-policy.js'
import type { AlgorithmPolicy } from '../signature/algorithm-policy.js'
import { SignatureJudge } from '../signature/signature-judge.js'
import { readAskedCertificate } from './asked-certificate.js'
import { statusByResponses } from './judge-responses.js'
import { readOcspResponse } from './read-response.js'
import { ocspTerms } from './terms.js'

/** Which certificate was asked about, what came back, and how it counts. */
export interface OcspQuery {
  /** In DER. Only what its status hangs on is read. */
  readonly certificate: Uint8Array
  /** In DER: the certificate of the authority that issued it. It is trusted: `verifyPath` judges it. */
  readonly issuer: Uint8Array
  /** In DER. */
  readonly responses: readonly Uint8Array[]
  readonly at: Date
  /** Default: `hardFail`. */
  readonly policy?: RevocationPolicy
  /** Which signatures and keys are believed. Default: `modernAlgorithms`. */
  readonly algorithms?: AlgorithmPolicy
  /** Lists that may tell whether a responder itself was revoked, in DER. */
  readonly crls?: readonly Uint8Array[]
  /** The nonce that was sent: a response must bring it back. Absent: none is looked for. */
  readonly nonce?: Uint8Array
  readonly crypto?: CryptoProvider
}

/** Signatures that one question may cost. */
const budget = 100

function statusTerms(query: OcspQuery): StatusTerms {
  const { at, policy, algorithms, crypto = systemCrypto } = query
  return {
    at,
    longestAge: policy?.longestAge,
    unnumbered: policy?.acceptsUnnumbered === true,
    judge: new SignatureJudge(crypto, budget, algorithms),
    signersNamed: () => [],
  }
}

/**
 * What OCSP responses say of a certificate, by RFC 6960 section 3.2: for the client that asked, and
 * has to see its nonce come back.
 *
 * `good` says that the responder knew of no revocation when it answered, and nothing of the certificate
 * itself, its issuer or a path: give the responses to `verifyPath` for that. A response that cannot be
 * read, or that nobody entitled to has signed, leaves the status `unknown` with a reason.
 *
 * @throws InputError `x509.path.instant`
 * @throws ParseError `x509.der.*`, `x509.certificate.*` when one of the two certificates cannot be read
 * @example
 * ```ts
 * import { ocspStatus } from '@tiemchung/x509'
 * export async function stillGood(certificate: Uint8Array, issuer: Uint8Array, answer: Uint8Array, at: Date) {
 *   const { status } = await ocspStatus({ certificate, issuer, responses: [answer], at })
 *   return status === 'good'
 * }
 * ```
 */
export async function ocspStatus(query: OcspQuery): Promise<CertificateStatus> {
  const { at, policy = hardFail, nonce } = query
  if (Number.isNaN(at.getTime())) throw new InputError(errorCatalogue, 'x509.path.instant')
  const certificate = readAskedCertificate(query.certificate)
  const issuer = readCertificate(query.issuer)
  const responses = query.responses.flatMap((der) => readable(() => readOcspResponse(der)) ?? [])
  const lists = new ListIndex(
    (query.crls ?? []).flatMap((der) => readable(() => readCrl(der)) ?? []),
  )
  const terms = statusTerms(query)
  const responderStatus = (responder: Certificate) =>
    statusByLists({ certificate: responder, issuer }, lists, terms)
  const found = await statusByResponses(
    { certificate, issuer },
    responses,
    ocspTerms(terms, policy, responderStatus, nonce),
  )
  const unread = responses.length === 0 && query.responses.length > 0
  return unread ? { status: 'unknown', reason: 'ocsp-malformed' } : found
}
