/**
 * What RFC 5280 section 6.1 asks of each certificate of a path by itself, without keys: pure functions
 * from a path, leaf first, and a position in it.
 */
import { sameAlgorithm } from '../certificate/algorithm.js'
import { namesMatch } from '../certificate/name.js'
import { extendedKeyUsageOids } from '../certificate/oids.js'
import type { Certificate } from '../certificate/read-certificate.js'
import { judged, notAsked, notCounted, ofAuthorities, type PathCheck } from './path-report.js'
import type { Purpose } from './purpose.js'
import type { AlgorithmPolicy } from '../signature/algorithm-policy.js'
import { allowedScheme, keyRefusal } from '../signature/allow-list.js'

/** Where in a path, when and for what. */
export interface Position {
  /** The leaf first. */
  readonly path: readonly Certificate[]
  readonly index: number
  /** Whether the certificate at `index` is a trust anchor. */
  readonly isAnchor: boolean
  /** Whether nothing but name and key of the anchor counts; see `Anchor.as`. */
  readonly nameAndKey?: boolean
  readonly at: Date
  readonly purpose: Purpose
  readonly algorithms: AlgorithmPolicy
}

/** Undefined: it holds. A text: why it does not. */
type Refusal = string | undefined

/** Whether issuer and subject are the same name (RFC 5280 section 6.1: self-issued). */
export function isSelfIssued(certificate: Certificate): boolean {
  return namesMatch(certificate.issuer, certificate.subject)
}

/** How many certificates between the leaf and `index` count against a path length. */
export function countedBelow(path: readonly Certificate[], index: number): number {
  let count = 0
  for (let at = 1; at < index; at += 1) {
    const certificate = path[at]
    if (certificate !== undefined && !isSelfIssued(certificate)) count += 1
  }
  return count
}

function validity(certificate: Certificate, at: Date): Refusal {
  // RFC 5280 section 4.1.2.5: both ends included. Certificates count whole seconds.
  const second = Math.floor(at.getTime() / 1000) * 1000
  if (!(second >= certificate.notBefore.getTime())) return 'not-yet-valid'
  return second <= certificate.notAfter.getTime() ? undefined : 'expired'
}

function algorithm(certificate: Certificate, { isAnchor, algorithms }: Position): Refusal {
  if (!sameAlgorithm(certificate.tbsAlgorithm, certificate.signatureAlgorithm)) {
    return 'algorithm-mismatch'
  }
  // Nobody relies on the signature of an anchor, only on its key.
  if (!isAnchor && allowedScheme(certificate.signatureAlgorithm, algorithms) === undefined) {
    return 'algorithm-not-allowed'
  }
  return keyRefusal(certificate.spki, algorithms)
}

function nameChaining(certificate: Certificate, issuer: Certificate): Refusal {
  if (certificate.issuer.keys.length === 0) return 'empty-issuer'
  return namesMatch(certificate.issuer, issuer.subject) ? undefined : 'name-mismatch'
}

function authority(certificate: Certificate): Refusal {
  if (certificate.extensions.basicConstraints === undefined) return 'no-basic-constraints'
  return certificate.extensions.basicConstraints.ca ? undefined : 'not-an-authority'
}

/** What `Purpose.endEntityOnly` asks of a leaf. */
function endEntity(certificate: Certificate): Refusal {
  return certificate.extensions.basicConstraints?.ca === true ? 'an-authority' : undefined
}

function pathLength(
  path: readonly Certificate[],
  index: number,
  certificate: Certificate,
): Refusal {
  const limit = certificate.extensions.basicConstraints?.pathLength
  return limit === undefined || countedBelow(path, index) <= limit ? undefined : 'path-too-long'
}

function leafKeyUsage(certificate: Certificate, purpose: Purpose): Refusal {
  const usages = certificate.extensions.keyUsage
  if (usages === undefined) return purpose.acceptsUnrestricted === true ? undefined : 'absent'
  return purpose.keyUsage?.some((usage) => usages.includes(usage)) === true
    ? undefined
    : 'usage-not-allowed'
}

function authorityKeyUsage(certificate: Certificate): Refusal {
  const usages = certificate.extensions.keyUsage
  return usages === undefined || usages.includes('keyCertSign') ? undefined : 'no-key-cert-sign'
}

function mayBeSilent({ index, isAnchor, purpose }: Position): boolean {
  if (index === 0) return purpose.acceptsUnrestricted === true
  return isAnchor || purpose.authoritiesMustName !== true
}

function extendedKeyUsage(certificate: Certificate, position: Position): Refusal {
  const usages = certificate.extensions.extendedKeyUsage
  if (usages === undefined) return mayBeSilent(position) ? undefined : 'absent'
  const { purpose } = position
  const isLeaf = position.index === 0
  const forbidden = isLeaf ? (purpose.forbiddenExtendedKeyUsage ?? []) : []
  if (forbidden.some((usage) => usages.includes(usage))) return 'usage-forbidden'
  const { anyUsageCounts = 'authorities' } = purpose
  const anyCounts = isLeaf ? anyUsageCounts === 'everywhere' : anyUsageCounts !== 'nowhere'
  if (anyCounts && usages.includes(extendedKeyUsageOids.any)) return undefined
  return purpose.extendedKeyUsage?.some((usage) => usages.includes(usage)) === true
    ? undefined
    : 'usage-not-allowed'
}

function usageChecks(position: Position, certificate: Certificate): PathCheck[] {
  const { path, index, purpose } = position
  const isLeaf = index === 0
  const keyUsage =
    isLeaf && purpose.keyUsage === undefined
      ? notAsked('path.key-usage', index)
      : judged(
          'path.key-usage',
          index,
          isLeaf ? leafKeyUsage(certificate, purpose) : authorityKeyUsage(certificate),
        )
  const extended =
    purpose.extendedKeyUsage === undefined
      ? notAsked('path.extended-key-usage', index)
      : judged('path.extended-key-usage', index, extendedKeyUsage(certificate, position))
  if (isLeaf && purpose.endEntityOnly === true) {
    return [keyUsage, extended, judged('path.basic-constraints', 0, endEntity(certificate))]
  }
  if (isLeaf) return [keyUsage, extended]
  return [
    judged('path.basic-constraints', index, authority(certificate)),
    judged('path.path-length', index, pathLength(path, index, certificate)),
    keyUsage,
    extended,
  ]
}

/** Whether a certificate's name follows from the one above it; for all but the anchor. */
export function checkNameChaining(path: readonly Certificate[], index: number): PathCheck {
  const certificate = path[index]
  const issuer = path[index + 1]
  const chained =
    certificate === undefined || issuer === undefined
      ? 'no-issuer'
      : nameChaining(certificate, issuer)
  return judged('path.name-chaining', index, chained)
}

/** RFC 5280 section 6.1.1 (d): an anchor that is but a name and a key has nothing else to judge. */
function nameAndKeyChecks(
  { index, algorithms }: Position,
  certificate: Certificate,
): readonly PathCheck[] {
  const left = [
    ...ofAuthorities,
    'path.version',
    'path.validity',
    'path.critical-extensions',
  ] as const
  return [
    judged('path.algorithm', index, keyRefusal(certificate.spki, algorithms)),
    ...left.map((id) => notCounted(id, index)),
  ]
}

/** Every check of one certificate of a path that needs no key and no other certificate above it. */
export function certificateChecks(position: Position): readonly PathCheck[] {
  const { path, index, isAnchor, nameAndKey, at } = position
  const certificate = path[index]
  if (certificate === undefined) return []
  if (isAnchor && nameAndKey === true) return nameAndKeyChecks(position, certificate)
  const critical = certificate.extensions.unknownCritical[0]
  return [
    judged('path.version', index, certificate.version === 3 ? undefined : 'not-version-3'),
    judged('path.algorithm', index, algorithm(certificate, position)),
    judged('path.validity', index, validity(certificate, at)),
    judged(
      'path.critical-extensions',
      index,
      critical === undefined ? undefined : 'unknown-critical-extension',
      critical === undefined ? undefined : { oid: critical },
    ),
    ...usageChecks(position, certificate),
  ]
}
