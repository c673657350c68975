/** Trust anchors: certificates with limits on what they may vouch for. */
import { countryOf } from '../certificate/certificate-summary.js'
import type { NameConstraints } from '../certificate/extension-values.js'
import type { Certificate } from '../certificate/read-certificate.js'
import { judged, notApplied, type PathCheck } from './path-report.js'
import { anyPolicy } from './policy-graph.js'
import type { Purpose } from './purpose.js'

/** What an anchor may vouch for, beyond what its certificate says (RFC 5937). */
export interface AnchorConstraints {
  /**
   * Object identifiers: the leaf must name one of these, and it must be one that the purpose asks for.
   */
  readonly extendedKeyUsage?: readonly string[]
  /**
   * Object identifiers of certificate policies, in the words of the anchor's domain: the path must be valid
   * for one of these, and its report names no other.
   */
  readonly policies?: readonly string[]
  /** Names that everything below may have, and may not have, beside what the certificate says of it. */
  readonly nameConstraints?: Partial<NameConstraints>
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

/** Of the policies that a path is valid for, those that its anchor may vouch for. */
export function policiesWithin(
  policies: readonly string[],
  constraints: AnchorConstraints | undefined,
): readonly string[] {
  const allowed = constraints?.policies
  if (allowed === undefined) return policies
  return policies.includes(anyPolicy)
    ? [...allowed].sort()
    : policies.filter((policy) => allowed.includes(policy))
}

/** What an anchor is asked to vouch for. */
export interface Vouching {
  readonly leaf: Certificate
  readonly at: Date
  readonly purpose: Purpose
  /** Of those that the path is valid for, the ones that the anchor may vouch for. */
  readonly policies: readonly string[]
}

function refusal(
  constraints: AnchorConstraints,
  { leaf, at, purpose, policies }: Vouching,
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
  return constraints.policies !== undefined && policies.length === 0
    ? 'policy-not-allowed'
    : undefined
}

/** `path.anchor-constraints`: does the anchor vouch for this leaf, purpose, policy and instant? */
export function checkAnchorConstraints(
  constraints: AnchorConstraints | undefined,
  vouching: Vouching,
  index: number,
): PathCheck {
  const id = 'path.anchor-constraints'
  return constraints === undefined
    ? notApplied(id, 'none-set')
    : judged(id, index, refusal(constraints, vouching))
}
