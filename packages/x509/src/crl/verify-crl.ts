/** Is this revocation list to be believed, as the word of this authority, at this instant, and why not? */
import { failed, InputError, passed, skipped, unknown, verdictOf } from '@tiemchung/core'
import { type CryptoProvider, systemCrypto } from '@tiemchung/core/crypto'
import { readCertificateExtensions } from '../certificate/extensions.js'
import { type Certificate, readCertificate } from '../certificate/read-certificate.js'
import { errorCatalogue } from '../errors.js'
import { readable, readOrCode } from '../readable.js'
import type { StatusTerms } from '../revocation/certificate-status.js'
import { type AlgorithmPolicy, modernAlgorithms } from '../signature/algorithm-policy.js'
import { SignatureJudge } from '../signature/signature-judge.js'
import {
  type CrlCheck,
  type CrlCheckId,
  crlCheckIds,
  crlCitations,
  type CrlReport,
  requiredCrlChecks,
} from './crl-report.js'
import { EntryWalker } from './entry-walker.js'
import { statusByLists } from './judge-lists.js'
import { listRefusal, staleness } from './list-checks.js'
import { ListIndex } from './list-index.js'
import { signerRefusal } from './list-signer.js'
import { type RevocationList, readCrl } from './read-crl.js'
import { findRevoked } from './scan-entries.js'

/** Which list to judge, as whose word, when, and which certificate it is asked about. */
export interface CrlQuery {
  /** In DER. */
  readonly crl: Uint8Array
  /**
   * In DER: the certificate of the authority that is to have signed the list. It is trusted: `verifyPath`
   * judges it. Absent: `crl.signature` is skipped, and no verdict is `valid`.
   */
  readonly issuer?: Uint8Array
  /** The certificate in question, in DER, or its serial number in lower-case hex. Absent: none. */
  readonly about?: { readonly certificate: Uint8Array } | { readonly serialNumber: string }
  readonly at: Date
  /** Which signatures and keys are believed. Default: `modernAlgorithms`. */
  readonly algorithms?: AlgorithmPolicy
  readonly crypto?: CryptoProvider
}

/** The certificate in question, or what is known of it. */
type Asked = Certificate | Pick<Certificate, 'serialNumber' | 'issuer'>

const cited = (id: CrlCheckId) => ({ cite: crlCitations[id] })

/** Passed without a reason; with one, the list tells nothing, which is not to say that it is wrong. */
function open(id: CrlCheckId, reason: string | undefined): CrlCheck {
  return reason === undefined ? passed(id, cited(id)) : unknown(id, reason, cited(id))
}

function termsOf({ at, crypto = systemCrypto, algorithms }: CrlQuery): StatusTerms {
  return {
    at,
    longestAge: undefined,
    unnumbered: false,
    judge: new SignatureJudge(crypto, 1, algorithms),
    signersNamed: () => [],
  }
}

/** The number of entries, after one pass over all of them; undefined when one keeps the list from use. */
function countEntries(list: RevocationList): number | undefined {
  if (list.entries === undefined) return 0
  const walker = new EntryWalker(list, list.entries)
  let count = 0
  while (walker.next()) count += 1
  return walker.usable ? count : undefined
}

function checkEntries(list: RevocationList): { entries: number | undefined; check: CrlCheck } {
  const id = 'crl.entries'
  const found = readOrCode(() => ({ count: countEntries(list) }))
  if (typeof found === 'string') return { entries: undefined, check: failed(id, found, cited(id)) }
  const { count: entries } = found
  return { entries, check: open(id, entries === undefined ? 'crl-critical-extension' : undefined) }
}

function checkExtensions(list: RevocationList, terms: StatusTerms): CrlCheck {
  const refusal = listRefusal(list, terms)
  return open('crl.extensions', refusal === 'crl-not-yet-issued' ? undefined : refusal)
}

function checkDates(list: RevocationList, terms: StatusTerms): CrlCheck {
  const early = list.thisUpdate.getTime() > terms.at.getTime()
  return open('crl.dates', early ? 'crl-not-yet-issued' : staleness(list, terms))
}

async function checkSignature(
  list: RevocationList,
  issuer: Certificate | undefined,
  terms: StatusTerms,
): Promise<CrlCheck> {
  const id = 'crl.signature'
  if (issuer === undefined) return skipped(id, 'not-asked', cited(id))
  const refusal = await signerRefusal(list, issuer, terms)
  return refusal === undefined ? passed(id, cited(id)) : failed(id, refusal, cited(id))
}

/**
 * A certificate of which no more is known than its number and its issuer: a list that covers one kind of
 * certificates only, or one partition, says nothing of it.
 */
function numbered(serialNumber: string, issuer: Certificate): Certificate {
  const extensions = readCertificateExtensions([])
  return { ...issuer, version: 1, serialNumber, issuer: issuer.subject, extensions }
}

async function checkCertificate(
  list: RevocationList,
  asked: Asked | undefined,
  issuer: Certificate | undefined,
  terms: StatusTerms,
): Promise<CrlCheck> {
  const id = 'crl.certificate'
  if (asked === undefined) return skipped(id, 'not-asked', cited(id))
  if (issuer === undefined) return unknown(id, 'no-issuer', cited(id))
  const certificate = 'der' in asked ? asked : numbered(asked.serialNumber, issuer)
  const found = await statusByLists({ certificate, issuer }, new ListIndex([list]), terms)
  if (found.status === 'good') return passed(id, cited(id))
  if (found.status === 'unknown') return unknown(id, found.reason, cited(id))
  const { reason, since } = found
  const params = { reason, since: since.toISOString() }
  return failed(id, reason === 'certificateHold' ? 'on-hold' : 'revoked', { ...cited(id), params })
}

function saysOf(list: RevocationList, { serialNumber, issuer }: Asked): CrlReport['says'] {
  const entry = readable(() => findRevoked(list, serialNumber, issuer))
  return entry === 'unusable' ? undefined : entry
}

function unreadable({ at, algorithms = modernAlgorithms }: CrlQuery, code: string): CrlReport {
  const checks = crlCheckIds.map((id) =>
    id === 'crl.parse' ? failed(id, code, cited(id)) : skipped(id, 'not-read', cited(id)),
  )
  const verdict = verdictOf(checks, requiredCrlChecks)
  return { verdict, checks, at, algorithms: algorithms.id, entries: undefined, says: undefined }
}

/** Lower-case hex of whole octets, as certificates are read. */
const serialPattern = /^(?:[0-9a-f]{2}){1,20}$/

function askedOf({ about }: CrlQuery, list: RevocationList): Asked | undefined {
  if (about === undefined) return undefined
  if ('certificate' in about) return readCertificate(about.certificate)
  const { serialNumber } = about
  if (!serialPattern.test(serialNumber)) {
    throw new InputError(errorCatalogue, 'x509.certificate.serial', { path: ['about'] })
  }
  return { serialNumber, issuer: list.issuer }
}

async function judge(query: CrlQuery, list: RevocationList): Promise<CrlReport> {
  const terms = termsOf(query)
  const issuer = query.issuer === undefined ? undefined : readCertificate(query.issuer)
  const asked = askedOf(query, list)
  const { entries, check } = checkEntries(list)
  const checks = [
    passed('crl.parse', cited('crl.parse')),
    checkExtensions(list, terms),
    check,
    await checkSignature(list, issuer, terms),
    checkDates(list, terms),
    await checkCertificate(list, asked, issuer, terms),
  ]
  return {
    verdict: verdictOf(checks, requiredCrlChecks),
    checks,
    at: query.at,
    algorithms: terms.judge.algorithms.id,
    entries,
    says: asked === undefined ? undefined : saysOf(list, asked),
  }
}

/**
 * Whether a revocation list is the word of an authority, may be used, and is in force at an instant, as a
 * report of every check by id; with `about`, whether it names a certificate as well.
 *
 * `valid` says that the list may be relied on, and with `about` that the certificate is not revoked as far as
 * this list covers it; `invalid`, that the list is not what it should be or the certificate is revoked;
 * `indeterminate`, that the list tells nothing: it is stale, covers a part, or nobody said who is to have
 * signed it. The authority is taken as given, and nothing is said of the certificate itself: `verifyPath` judges both,
 * with several lists. One pass over the bytes of the list for each question.
 *
 * @throws InputError `x509.path.instant`, `x509.certificate.serial`
 * @throws ParseError `x509.der.*`, `x509.certificate.*` when one of the two certificates cannot be read
 * @example
 * ```ts
 * import { verifyCrl } from '@tiemchung/x509/crl'
 * export async function usable(crl: Uint8Array, issuer: Uint8Array, at: Date) {
 *   const { verdict } = await verifyCrl({ crl, issuer, at })
 *   return verdict === 'valid'
 * }
 * ```
 */
export async function verifyCrl(query: CrlQuery): Promise<CrlReport> {
  if (Number.isNaN(query.at.getTime())) throw new InputError(errorCatalogue, 'x509.path.instant')
  const list = readOrCode(() => readCrl(query.crl))
  return typeof list === 'string' ? unreadable(query, list) : judge(query, list)
}
