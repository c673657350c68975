/** `path.revocation`: the status of a certificate, by every source at hand, under a policy. */
import { failed, passed, skipped, unknown } from '@tiemchung/core'
import { statusByLists } from '../crl/judge-lists.js'
import type { ListIndex } from '../crl/list-index.js'
import { statusByResponses } from '../ocsp/judge-responses.js'
import type { OcspResponse } from '../ocsp/read-response.js'
import { type OcspTerms, ocspTerms } from '../ocsp/terms.js'
import { citations, type PathCheck } from '../path/path-report.js'
import type { CertificateStatus, StatusSubject, StatusTerms } from './certificate-status.js'
import type { RevocationPolicy } from './revocation-policy.js'

/** What the caller brought, read. */
export interface RevocationSources {
  readonly policy: RevocationPolicy
  readonly lists: ListIndex
  readonly responses: readonly OcspResponse[]
  readonly provenAt: Date | undefined
}

const id = 'path.revocation'

/** What a proof of existence leaves of a revocation: nothing, when the signature was there before it. */
function reachesBack(
  { since, invalidSince }: CertificateStatus & { readonly status: 'revoked' },
  provenAt: Date | undefined,
): boolean {
  const from = Math.min(since.getTime(), invalidSince?.getTime() ?? Number.POSITIVE_INFINITY)
  // Written so that an invalid date refuses.
  return provenAt === undefined || !(provenAt.getTime() < from)
}

function toCheck(
  found: CertificateStatus,
  { policy, provenAt }: RevocationSources,
  subject: string,
): PathCheck {
  const details = { cite: citations[id], subject }
  if (found.status === 'good') return passed(id, details)
  if (found.status === 'unknown') {
    const open = policy.whenUnknown === 'refuse' ? unknown : skipped
    return open(id, found.reason, details)
  }
  const { invalidSince } = found
  const early = invalidSince === undefined ? {} : { invalidSince: invalidSince.toISOString() }
  const params = { reason: found.reason, since: found.since.toISOString(), ...early }
  if (!reachesBack(found, provenAt)) return passed(id, { ...details, params })
  const reason = found.reason === 'certificateHold' ? 'on-hold' : 'revoked'
  return failed(id, reason, { ...details, params })
}

/**
 * By lists and by responses: revoked when either can be relied on to say so, good when one says that and
 * neither the other; else the reason of the responses where there are some and no list of the issuer.
 */
async function statusBySources(
  subject: StatusSubject,
  { lists, policy, responses }: RevocationSources,
  terms: StatusTerms,
): Promise<CertificateStatus> {
  const byLists = await statusByLists(subject, lists, terms)
  if (byLists.status === 'revoked' || responses.length === 0) return byLists
  const responderStatus: OcspTerms['responderStatus'] = (certificate) =>
    statusByLists({ certificate, issuer: subject.issuer }, lists, terms)
  const byResponses = await statusByResponses(
    subject,
    responses,
    ocspTerms(terms, policy, responderStatus),
  )
  if (byResponses.status === 'revoked') return byResponses
  if (byLists.status === 'good') return byLists
  const silent = byLists.status === 'unknown' && byLists.reason === 'no-crl'
  return byResponses.status === 'good' || silent ? byResponses : byLists
}

/** The check of one certificate of a path; `subject` is how the report names it. */
export async function checkRevocation(
  { certificate, issuer }: StatusSubject,
  sources: RevocationSources,
  terms: StatusTerms,
  subject: string,
): Promise<PathCheck> {
  if (!sources.policy.asks) {
    return skipped(id, 'not-asked', { cite: citations[id], subject })
  }
  const found = await statusBySources({ certificate, issuer }, sources, terms)
  return toCheck(found, sources, subject)
}
