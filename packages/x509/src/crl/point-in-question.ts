/** Where the status of a certificate may be found, and whether a list is what is found there. */
import {
  allReasons,
  directoryNames,
  type DistributionPoint,
  nameKey,
  pointKeys,
  readDistributionPoints,
} from '../certificate/distribution-point.js'
import { valueOf } from '../certificate/extensions.js'
import { extensionOids } from '../certificate/oids.js'
import type { Certificate } from '../certificate/read-certificate.js'
import type { IssuingDistributionPoint } from './issuing-distribution-point.js'
import type { RevocationList } from './read-crl.js'

/** A distribution point of one certificate, ready to be compared. */
export interface Point {
  /** Comparison keys of the issuers whose lists are meant. */
  readonly issuers: readonly string[]
  /** Whether the lists of other issuers than the certificate's are meant. */
  readonly indirect: boolean
  /** What the point goes by: the keys of its names, else those of its list's issuer. */
  readonly names: readonly string[]
  /** The reasons that count here, as bits. */
  readonly reasons: number
  /** False: what is found here counts against a certificate, and never for it. */
  readonly vouches: boolean
}

function pointOf({ name, reasons, crlIssuer }: DistributionPoint, { issuer }: Certificate): Point {
  const meant = crlIssuer ?? []
  const others = directoryNames(meant)
  const names =
    name === undefined
      ? meant.flatMap((one) => nameKey(one) ?? [])
      : pointKeys(name, others[0] ?? issuer)
  return {
    issuers: crlIssuer === undefined ? [issuer.key] : others.map(({ key }) => key),
    indirect: crlIssuer !== undefined,
    names,
    reasons,
    vouches: true,
  }
}

/**
 * The points of a certificate, then the one that every certificate has (RFC 5280 section 6.3.3, at its end):
 * the lists of its issuer. Where the certificate names points of its own, a list that is found only at
 * that last one does not vouch for it.
 *
 * @throws ParseError `x509.der.*`, `x509.certificate.*`
 */
export function pointsOf(certificate: Certificate): readonly Point[] {
  const { issuer, extensions } = certificate
  const named =
    valueOf(extensions.all, extensionOids.crlDistributionPoints, readDistributionPoints) ?? []
  const last: Point = {
    issuers: [issuer.key],
    indirect: false,
    names: [`directory:${issuer.key}`],
    reasons: allReasons,
    vouches: named.length === 0,
  }
  return [...named.map((point) => pointOf(point, certificate)), last]
}

/** The kind of a certificate, as lists tell them apart; versions 1 and 2 do not say theirs. */
function kindOf({ version, extensions }: Certificate): IssuingDistributionPoint['only'] {
  if (version < 3) return undefined
  return extensions.basicConstraints?.ca === true ? 'authorities' : 'end-entities'
}

/** Whether a list covers a certificate at one of its points (RFC 5280 section 6.3.3 (b)). */
export function covers(list: RevocationList, point: Point, certificate: Certificate): boolean {
  const { scope } = list
  if (scope === undefined) return !point.indirect
  if (point.indirect && !scope.indirect) return false
  if (scope.only !== undefined && scope.only !== kindOf(certificate)) return false
  if (scope.name === undefined) return true
  const names = pointKeys(scope.name, list.issuer)
  return point.names.some((name) => names.includes(name))
}
