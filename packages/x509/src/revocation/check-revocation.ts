/** `path.revocation`: the status of a certificate, by every source at hand, under a policy. */
import { failed, passed, skipped, unknown } from '@tiemchung/core'
import { statusByLists } from '../crl/judge-lists.js'
import type { ListIndex } from '../crl/list-index.js'
import { citations, type PathCheck } from '../path/path-report.js'
import type { CertificateStatus, StatusSubject, StatusTerms } from './certificate-status.js'
import type { RevocationPolicy } from './revocation-policy.js'

/** What the caller brought, read. */
export interface RevocationSources {
  readonly policy: RevocationPolicy
  readonly lists: ListIndex
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
  const params = { reason: found.reason, since: found.since.toISOString() }
  if (!reachesBack(found, provenAt)) return passed(id, { ...details, params })
  const reason = found.reason === 'certificateHold' ? 'on-hold' : 'revoked'
  return failed(id, reason, { ...details, params })
}

/** The check of one certificate of a path; `subject` is how the report names it. */
export async function checkRevocation(
  { certificate, issuer }: StatusSubject,
  sources: RevocationSources | undefined,
  terms: StatusTerms,
  subject: string,
): Promise<PathCheck> {
  if (sources === undefined || !sources.policy.asks) {
    return skipped(id, 'not-asked', { cite: citations[id], subject })
  }
  const found = await statusByLists({ certificate, issuer }, sources.lists, terms)
  return toCheck(found, sources, subject)
}
