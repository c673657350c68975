/** Trust anchors: certificates with limits on what they may vouch for. */
import { countryOf } from '../certificate/certificate-summary.js'
import type { Certificate } from '../certificate/read-certificate.js'
import { judged, notApplied, type PathCheck } from './path-report.js'
import type { Purpose } from './purpose.js'

/** What an anchor may vouch for, beyond what its certificate says (RFC 5937). */
export interface AnchorConstraints {
  /**
   * Object identifiers: the leaf must name one of these, and it must be one that the purpose asks for.
   */
  readonly extendedKeyUsage?: readonly string[]
  /** The anchor is not trusted after this instant. */
  readonly notAfter?: Date
  /** Two letters: the leaf's subject must be of this country. */
  readonly country?: string
}

/** A certificate that the caller trusts, and how far. */
export interface Anchor {
  /** In DER. */
  readonly certificate: Uint8Array
  readonly constraints?: AnchorConstraints
}

function usageAllowed(leaf: Certificate, purpose: Purpose, allowed: readonly string[]): boolean {
  const asked = purpose.extendedKeyUsage
  const vouched = asked === undefined ? allowed : allowed.filter((usage) => asked.includes(usage))
  return leaf.extensions.extendedKeyUsage?.some((usage) => vouched.includes(usage)) === true
}

function refusal(
  constraints: AnchorConstraints,
  leaf: Certificate,
  at: Date,
  purpose: Purpose,
): string | undefined {
  const { extendedKeyUsage, notAfter, country } = constraints
  // Written so that an invalid date refuses.
  if (notAfter !== undefined && !(at.getTime() <= notAfter.getTime())) return 'anchor-expired'
  if (country !== undefined && countryOf(leaf.subject) !== country.toUpperCase()) {
    return 'country-not-allowed'
  }
  if (extendedKeyUsage !== undefined && !usageAllowed(leaf, purpose, extendedKeyUsage)) {
    return 'usage-not-allowed'
  }
  return undefined
}

/** `path.anchor-constraints`: does the anchor vouch for this leaf, purpose and instant? */
export function checkAnchorConstraints(
  constraints: AnchorConstraints | undefined,
  leaf: Certificate,
  at: Date,
  purpose: Purpose,
  index: number,
): PathCheck {
  const id = 'path.anchor-constraints'
  return constraints === undefined
    ? notApplied(id, 'none-set')
    : judged(id, index, refusal(constraints, leaf, at, purpose))
}
