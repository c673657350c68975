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
  /**
   * How much of the certificate counts. Default `certificate`: it is judged like every other but for its
   * signature, with its dates, its extensions and its constraints. `name-and-key`: the certificate is
   * but a wrapping of its subject name and its key (RFC 5280 section 6.1.1 (d)); that it has expired, may
   * not issue or excludes names then stands in nobody's way. `constraints` count either way.
   */
  readonly as?: 'certificate' | 'name-and-key'
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
