/** What must hold of a list by itself before anything that it says counts. */
import { equalBytes } from '@tiemchung/core'
import { sameAlgorithm } from '../certificate/algorithm.js'
import { extensionOids } from '../certificate/oids.js'
import type { RevocationList } from './read-crl.js'

/**
 * Extensions of a list that are processed. The number is not among them: RFC 5280 section 5.2.3 has it
 * never critical.
 */
const understood: ReadonlySet<string> = new Set([
  extensionOids.authorityKeyIdentifier,
  extensionOids.issuerAltName,
  extensionOids.deltaCrlIndicator,
  extensionOids.issuingDistributionPoint,
])

/** What a list is judged by. */
export interface ListTerms {
  readonly at: Date
  readonly longestAge: number | undefined
  readonly unnumbered: boolean
}

/** Why a list counts for nothing, its dates and its signature apart; undefined when it may count. */
export function listRefusal(
  list: RevocationList,
  { at, unnumbered }: ListTerms,
): string | undefined {
  if (!sameAlgorithm(list.tbsAlgorithm, list.signatureAlgorithm)) return 'crl-algorithm-mismatch'
  if (list.extensions.some((one) => one.critical && !understood.has(one.oid))) {
    return 'crl-critical-extension'
  }
  // RFC 5280 section 5.2.3: every version 2 list carries its number.
  if (list.version === 2 && list.crlNumber === undefined && !unnumbered) return 'crl-no-number'
  return list.thisUpdate.getTime() <= at.getTime() ? undefined : 'crl-not-yet-issued'
}

/** Why a list is too old to vouch for anything; undefined when it is fresh. Both ends are included. */
export function staleness(list: RevocationList, { at, longestAge }: ListTerms): string | undefined {
  const { thisUpdate, nextUpdate } = list
  if (nextUpdate !== undefined && !(at.getTime() <= nextUpdate.getTime())) return 'crl-stale'
  if (longestAge === undefined) return nextUpdate === undefined ? 'crl-no-next-update' : undefined
  return at.getTime() - thisUpdate.getTime() <= longestAge * 1000 ? undefined : 'crl-too-old'
}

function sameOrAbsent(left: Uint8Array | undefined, right: Uint8Array | undefined): boolean {
  return left === undefined || right === undefined ? left === right : equalBytes(left, right)
}

function scopeOctets(list: RevocationList): Uint8Array | undefined {
  return list.extensions.find(({ oid }) => oid === extensionOids.issuingDistributionPoint)?.value
}

/** Whether two lists of one issuer are of one series: same scope, same key (RFC 5280 section 5.2.4). */
export function sameSeries(left: RevocationList, right: RevocationList): boolean {
  return (
    sameOrAbsent(scopeOctets(left), scopeOctets(right)) &&
    sameOrAbsent(left.authorityKeyId, right.authorityKeyId)
  )
}

/** Orders two numbers of lists, without sign and without leading zeros; 0 when one is absent. */
export function compareNumbers(
  left: Uint8Array | undefined,
  right: Uint8Array | undefined,
): number {
  if (left === undefined || right === undefined) return 0
  if (left.length !== right.length) return left.length - right.length
  const at = left.findIndex((octet, index) => octet !== right[index])
  return (left[at] ?? 0) - (right[at] ?? 0)
}

/** Whether a delta list tells what changed since a complete one (RFC 5280 section 5.2.4). */
export function continues(delta: RevocationList, complete: RevocationList): boolean {
  return (
    sameSeries(delta, complete) &&
    complete.crlNumber !== undefined &&
    compareNumbers(complete.crlNumber, delta.baseCrlNumber) >= 0 &&
    compareNumbers(complete.crlNumber, delta.crlNumber) < 0
  )
}
