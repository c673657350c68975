/** The status of a certificate by what responders say of it (RFC 6960 section 3.2). */
import { equalBytes } from '@tiemchung/core'
import { contentOf, onlyElement } from '../der/cursor.js'
import { tags } from '../der/values.js'
import type { Extension } from '../certificate/extensions.js'
import { extensionOids } from '../certificate/oids.js'
import { readable } from '../readable.js'
import type { CertificateStatus } from '../revocation/certificate-status.js'
import { identifierOf } from './certificate-id.js'
import { ocspOids } from './oids.js'
import type { OcspAnswer } from './read-answer.js'
import type { BasicResponse, OcspResponse } from './read-response.js'
import { signerRefusal } from './responder.js'
import type { OcspSubject, OcspTerms } from './terms.js'

/** Undefined: it holds. A text: why it does not. */
type Refusal = string | undefined

/**
 * Extensions that change nothing about what a response or an answer says of a status. Others, when
 * critical, make it unusable.
 */
const understood: ReadonlySet<string> = new Set([
  ocspOids.nonce,
  ocspOids.crlReferences,
  ocspOids.archiveCutoff,
  ocspOids.extendedRevoke,
  ocspOids.certificateTimestamps,
  extensionOids.reasonCode,
  extensionOids.invalidityDate,
])

const open = (reason: string): CertificateStatus => ({ status: 'unknown', reason })

function extensionRefusal(extensions: readonly Extension[]): Refusal {
  return extensions.some(({ oid, critical }) => critical && !understood.has(oid))
    ? 'ocsp-critical-extension'
    : undefined
}

/** RFC 8954 section 2.1: the nonce that was sent comes back inside an OCTET STRING. */
function nonceRefusal({ extensions }: BasicResponse, sent: Uint8Array | undefined): Refusal {
  if (sent === undefined) return undefined
  const nonce = extensions.find(({ oid }) => oid === ocspOids.nonce)?.value
  if (nonce === undefined) return 'ocsp-no-nonce'
  const came = readable(() => contentOf(onlyElement(nonce, tags.octetString, nonce.length)))
  return came !== undefined && equalBytes(came, sent) ? undefined : 'ocsp-nonce-mismatch'
}

/** When a response was signed: not after now, and not before there was a certificate to speak of. */
function productionRefusal(
  { producedAt }: BasicResponse,
  { certificate }: OcspSubject,
  at: Date,
): Refusal {
  // Written so that an invalid date refuses.
  if (!(producedAt.getTime() <= at.getTime())) return 'ocsp-not-yet-produced'
  return producedAt.getTime() >= certificate.notBefore.getTime()
    ? undefined
    : 'ocsp-older-than-certificate'
}

function dateRefusal(
  { thisUpdate, nextUpdate }: OcspAnswer,
  producedAt: Date,
  { at, longestAge }: OcspTerms,
): Refusal {
  if (!(thisUpdate.getTime() <= at.getTime())) return 'ocsp-not-yet-issued'
  // RFC 6960 section 2.4: nobody can have known at signing what was to be true only later.
  if (thisUpdate.getTime() > producedAt.getTime()) return 'ocsp-ahead-of-itself'
  if (nextUpdate !== undefined && !(at.getTime() <= nextUpdate.getTime())) return 'ocsp-stale'
  // Without a next update newer answers may be had at any time: only a stated age can bound this one.
  if (longestAge === undefined) return nextUpdate === undefined ? 'ocsp-no-next-update' : undefined
  return at.getTime() - thisUpdate.getTime() <= longestAge * 1000 ? undefined : 'ocsp-too-old'
}

function statusByAnswer(answer: OcspAnswer, producedAt: Date, terms: OcspTerms): CertificateStatus {
  const refusal = extensionRefusal(answer.extensions) ?? dateRefusal(answer, producedAt, terms)
  if (refusal !== undefined) return open(refusal)
  return answer.says.status === 'unknown' ? open('ocsp-unknown-certificate') : answer.says
}

const severity = { revoked: 0, unknown: 1, good: 2 } as const

/** Of several answers in one response the most severe counts. */
function mostSevere(statuses: readonly CertificateStatus[]): CertificateStatus | undefined {
  return [...statuses].sort((left, right) => severity[left.status] - severity[right.status])[0]
}

async function statusByResponse(
  response: OcspResponse,
  subject: OcspSubject,
  isAbout: ReturnType<typeof identifierOf>,
  terms: OcspTerms,
): Promise<CertificateStatus> {
  if (response.status !== 'successful') return open(`ocsp-${response.status}`)
  const { basic } = response
  const own: OcspAnswer[] = []
  for (const answer of basic.answers) {
    if (await isAbout(answer.certificate)) own.push(answer)
  }
  const status = mostSevere(own.map((answer) => statusByAnswer(answer, basic.producedAt, terms)))
  if (status === undefined) return open('ocsp-other-certificate')
  const refusal =
    extensionRefusal(basic.extensions) ??
    productionRefusal(basic, subject, terms.at) ??
    nonceRefusal(basic, terms.nonce) ??
    (await signerRefusal(basic, subject.issuer, terms))
  return refusal === undefined ? status : open(refusal)
}

/**
 * The status of a certificate by responses: revoked when one that can be relied on says so, good when
 * one does, else unknown with the reason of the first that speaks of it at all.
 */
export async function statusByResponses(
  subject: OcspSubject,
  responses: readonly OcspResponse[],
  terms: OcspTerms,
): Promise<CertificateStatus> {
  const answers: CertificateStatus[] = []
  const isAbout = identifierOf(subject.certificate, subject.issuer, terms.judge)
  for (const response of responses) {
    answers.push(await statusByResponse(response, subject, isAbout, terms))
  }
  const by = (status: CertificateStatus['status']) =>
    answers.find((answer) => answer.status === status)
  const near = answers.find(
    (answer) => answer.status === 'unknown' && answer.reason !== 'ocsp-other-certificate',
  )
  return by('revoked') ?? by('good') ?? near ?? by('unknown') ?? open('no-ocsp')
}
