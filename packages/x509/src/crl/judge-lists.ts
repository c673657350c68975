/** Is a certificate revoked, by complete lists of its own issuer (RFC 5280 section 6.3.3)? */
import { equalBytes } from '@tiemchung/core'
import { sameAlgorithm } from '../certificate/algorithm.js'
import { namesMatch } from '../certificate/name.js'
import { extensionOids } from '../certificate/oids.js'
import type { Certificate } from '../certificate/read-certificate.js'
import { readable } from '../readable.js'
import type {
  CertificateStatus,
  StatusSubject,
  StatusTerms,
} from '../revocation/certificate-status.js'
import type { RevocationList } from './read-crl.js'
import { findRevoked } from './scan-entries.js'

/** Extensions of a list that this package processes; others, when critical, make it unusable. */
const understood: ReadonlySet<string> = new Set([
  extensionOids.authorityKeyIdentifier,
  extensionOids.issuerAltName,
  extensionOids.crlNumber,
])

/** A delta list may revoke what the complete list beside it does not: it cannot be passed over. */
const deltaUnsupported = 'crl-delta-unsupported'

function extensionRefusal(list: RevocationList): string | undefined {
  const has = (oid: string) => list.extensions.some((one) => one.oid === oid)
  if (has(extensionOids.deltaCrlIndicator)) return deltaUnsupported
  // Critical or not: what a partition leaves out must not read as good.
  if (has(extensionOids.issuingDistributionPoint)) return 'crl-scope-unsupported'
  if (list.extensions.some((one) => one.critical && !understood.has(one.oid))) {
    return 'crl-critical-extension'
  }
  // RFC 5280 section 5.2.3: every version 2 list carries its number.
  return list.version === 2 && list.crlNumber === undefined ? 'crl-no-number' : undefined
}

function dateRefusal(list: RevocationList, at: Date): string | undefined {
  if (list.nextUpdate === undefined) return 'crl-no-next-update'
  if (!(list.thisUpdate.getTime() <= at.getTime())) return 'crl-not-yet-issued'
  return at.getTime() <= list.nextUpdate.getTime() ? undefined : 'crl-stale'
}

/** Why a list of the right issuer name may not be relied on, its signature apart. */
function listRefusal(list: RevocationList, issuer: Certificate, at: Date): string | undefined {
  const usages = issuer.extensions.keyUsage
  if (usages !== undefined && !usages.includes('cRLSign')) return 'issuer-may-not-sign-crl'
  if (!sameAlgorithm(list.tbsAlgorithm, list.signatureAlgorithm)) return 'crl-algorithm-mismatch'
  return extensionRefusal(list) ?? dateRefusal(list, at)
}

/** Lists made by another key of the same name, as their key identifiers tell. A hint only. */
function ofAnotherKey(list: RevocationList, issuer: Certificate): boolean {
  const named = list.authorityKeyId
  const own = issuer.extensions.subjectKeyId
  return named !== undefined && own !== undefined && !equalBytes(named, own)
}

/** What one list says. */
async function statusByList(
  list: RevocationList,
  { certificate, issuer }: StatusSubject,
  { at, judge }: StatusTerms,
): Promise<CertificateStatus> {
  const open = (reason: string): CertificateStatus => ({ status: 'unknown', reason })
  if (ofAnotherKey(list, issuer)) return open('crl-of-another-key')
  const refusal = listRefusal(list, issuer, at)
  if (refusal !== undefined) return open(refusal)
  const signature = await judge.judge(list, issuer)
  if (signature !== 'holds') return open(`crl-${signature}`)
  const found = readable(() => findRevoked(list, certificate.serialNumber))
  if (found === undefined) return open('crl-malformed')
  if (found === 'unusable') return open('crl-critical-extension')
  if (found === 'absent') return { status: 'good' }
  return { status: 'revoked', reason: found.reason, since: found.revocationDate }
}

/**
 * The status of a certificate by lists: revoked when one that can be relied on names it, good when one
 * does not, else unknown with the reason of the nearest list.
 */
export async function statusByLists(
  subject: StatusSubject,
  lists: readonly RevocationList[],
  terms: StatusTerms,
): Promise<CertificateStatus> {
  const own = lists.filter((list) => namesMatch(list.issuer, subject.issuer.subject))
  const answers: CertificateStatus[] = []
  for (const list of own) answers.push(await statusByList(list, subject, terms))
  const by = (status: CertificateStatus['status']) =>
    answers.find((answer) => answer.status === status)
  const delta = answers.find(
    (answer) => answer.status === 'unknown' && answer.reason === deltaUnsupported,
  )
  return (
    by('revoked') ?? delta ?? by('good') ?? by('unknown') ?? { status: 'unknown', reason: 'no-crl' }
  )
}
