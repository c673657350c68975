/** Is a certificate revoked, by complete lists of its own issuer (RFC 5280 section 6.3.3)? */
import { equalBytes, failed, passed, unknown } from '@tiemchung/core'
import { sameAlgorithm } from '../certificate/algorithm.js'
import { namesMatch } from '../certificate/name.js'
import { extensionOids } from '../certificate/oids.js'
import type { Certificate } from '../certificate/read-certificate.js'
import { citations, type PathCheck } from '../path/path-report.js'
import { readable } from '../readable.js'
import type { SignatureJudge } from '../signature/signature-judge.js'
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

/** What one list says, as a check without its subject. */
async function statusByList(
  list: RevocationList,
  certificate: Certificate,
  issuer: Certificate,
  at: Date,
  judge: SignatureJudge,
): Promise<PathCheck> {
  const id = 'path.revocation'
  if (ofAnotherKey(list, issuer)) return unknown(id, 'crl-of-another-key')
  const refusal = listRefusal(list, issuer, at)
  if (refusal !== undefined) return unknown(id, refusal)
  const signature = await judge.judge(list, issuer)
  if (signature !== 'holds') return unknown(id, `crl-${signature}`)
  const found = readable(() => findRevoked(list, certificate.serialNumber))
  if (found === undefined) return unknown(id, 'crl-malformed')
  if (found === 'unusable') return unknown(id, 'crl-critical-extension')
  if (found === 'absent') return passed(id)
  return failed(id, found.reason === 'certificateHold' ? 'on-hold' : 'revoked', {
    params: { reason: found.reason, since: found.revocationDate.toISOString() },
  })
}

/**
 * `path.revocation` of one certificate: failed when a list that can be relied on names it, passed when
 * one does not, else unknown with the reason of the nearest list.
 */
export async function checkRevocation(
  certificate: Certificate,
  issuer: Certificate,
  lists: readonly RevocationList[],
  at: Date,
  judge: SignatureJudge,
  subject: string,
): Promise<PathCheck> {
  const details = { cite: citations['path.revocation'], subject }
  const own = lists.filter((list) => namesMatch(list.issuer, issuer.subject))
  const answers: PathCheck[] = []
  for (const list of own) answers.push(await statusByList(list, certificate, issuer, at, judge))
  const by = (status: PathCheck['status']) => answers.find((answer) => answer.status === status)
  const delta = answers.find((answer) => answer.reason === deltaUnsupported)
  const answer =
    by('failed') ?? delta ?? by('passed') ?? by('unknown') ?? unknown('path.revocation', 'no-crl')
  return { ...answer, ...details }
}
