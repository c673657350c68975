/**
 * What RFC 5280 section 6.1 asks of each certificate of a path by itself, without keys: pure functions
 * of a certificate and those below it.
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
  readonly certificate: Certificate
  /** The certificates that it stands above, the leaf first; none for the leaf. */
  readonly below: readonly Certificate[]
  /** Whether it is a trust anchor. */
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

/** How many certificates of a path above its leaf count against a path length. */
export function countedAbove(path: readonly Certificate[]): number {
  let count = 0
  path.forEach((certificate, index) => {
    if (index > 0 && !isSelfIssued(certificate)) count += 1
  })
  return count
}

function validity(certificate: Certificate, at: Date): Refusal {
  // RFC 5280 section 4.1.2.5: both ends included. Certificates count whole seconds.
  const second = Math.floor(at.getTime() / 1000) * 1000
  if (!(second >= certificate.notBefore.getTime())) return 'not-yet-valid'
  return second <= certificate.notAfter.getTime() ? undefined : 'expired'
}

function algorithm({ certificate, isAnchor, algorithms }: Position): Refusal {
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

function pathLength({ certificate, below }: Position): Refusal {
  const limit = certificate.extensions.basicConstraints?.pathLength
  return limit === undefined || countedAbove(below) <= limit ? undefined : 'path-too-long'
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

function mayBeSilent({ below, isAnchor, purpose }: Position): boolean {
  if (below.length === 0) return purpose.acceptsUnrestricted === true
  return isAnchor || purpose.authoritiesMustName !== true
}

function extendedKeyUsage(position: Position): Refusal {
  const { certificate, below, purpose } = position
  const usages = certificate.extensions.extendedKeyUsage
  if (usages === undefined) return mayBeSilent(position) ? undefined : 'absent'
  const isLeaf = below.length === 0
  const forbidden = isLeaf ? (purpose.forbiddenExtendedKeyUsage ?? []) : []
  if (forbidden.some((usage) => usages.includes(usage))) return 'usage-forbidden'
  const { anyUsageCounts = 'authorities' } = purpose
  const anyCounts = isLeaf ? anyUsageCounts === 'everywhere' : anyUsageCounts !== 'nowhere'
  if (anyCounts && usages.includes(extendedKeyUsageOids.any)) return undefined
  return purpose.extendedKeyUsage?.some((usage) => usages.includes(usage)) === true
    ? undefined
    : 'usage-not-allowed'
}

function usageChecks(position: Position): PathCheck[] {
  const { certificate, below, purpose } = position
  const index = below.length
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
      : judged('path.extended-key-usage', index, extendedKeyUsage(position))
  if (isLeaf && purpose.endEntityOnly === true) {
    return [keyUsage, extended, judged('path.basic-constraints', 0, endEntity(certificate))]
  }
  if (isLeaf) return [keyUsage, extended]
  return [
    judged('path.basic-constraints', index, authority(certificate)),
    judged('path.path-length', index, pathLength(position)),
    keyUsage,
    extended,
  ]
}

/** Whether a certificate's name follows from the one above it; for all but the anchor. */
export function checkNameChaining(
  certificate: Certificate,
  issuer: Certificate,
  index: number,
): PathCheck {
  return judged('path.name-chaining', index, nameChaining(certificate, issuer))
}

/** RFC 5280 section 6.1.1 (d): an anchor that is but a name and a key has nothing else to judge. */
function nameAndKeyChecks({ certificate, below, algorithms }: Position): readonly PathCheck[] {
  const index = below.length
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
  const { certificate, below, isAnchor, nameAndKey, at } = position
  if (isAnchor && nameAndKey === true) return nameAndKeyChecks(position)
  const index = below.length
  const critical = certificate.extensions.unknownCritical[0]
  return [
    judged('path.version', index, certificate.version === 3 ? undefined : 'not-version-3'),
    judged('path.algorithm', index, algorithm(position)),
    judged('path.validity', index, validity(certificate, at)),
    judged(
      'path.critical-extensions',
      index,
      critical === undefined ? undefined : 'unknown-critical-extension',
      critical === undefined ? undefined : { oid: critical },
    ),
    ...usageChecks(position),
  ]
}
