/** Reads a revocation list from strict DER; its entries are kept as bytes and scanned when asked. */
import type { AlgorithmIdentifier } from '../certificate/algorithm.js'
import { readAlgorithmIdentifier } from '../certificate/algorithm.js'
import { readAuthorityKeyId, readCrlNumber } from '../certificate/extension-values.js'
import { type Extension, readTaggedExtensions, valueOf } from '../certificate/extensions.js'
import { type Name, readName } from '../certificate/name.js'
import { extensionOids } from '../certificate/oids.js'
import {
  type DerCursor,
  type DerElement,
  inside,
  onlyElement,
  rawOf,
  refuse,
} from '../der/cursor.js'
import { readOctetAlignedBits, readSmallInteger, readTime, tags } from '../der/values.js'
import {
  type IssuingDistributionPoint,
  readIssuingDistributionPoint,
} from './issuing-distribution-point.js'

/** A revocation list as it was read: nothing in it has been checked. */
export interface RevocationList {
  /** The part that is signed. */
  readonly tbs: Uint8Array
  readonly version: 1 | 2
  readonly issuer: Name
  readonly thisUpdate: Date
  /** Absent in lists that promise nothing; such a list is never relied on. */
  readonly nextUpdate: Date | undefined
  /** The entries, unread; undefined when nothing is revoked. */
  readonly entries: DerElement | undefined
  readonly extensions: readonly Extension[]
  readonly crlNumber: Uint8Array | undefined
  /** The number of the complete list that a delta list builds on; undefined in complete ones. */
  readonly baseCrlNumber: Uint8Array | undefined
  /** What the list covers; undefined when it covers all that its issuer issued. */
  readonly scope: IssuingDistributionPoint | undefined
  readonly authorityKeyId: Uint8Array | undefined
  readonly tbsAlgorithm: AlgorithmIdentifier
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
}

/** The largest revocation list that is read unless the caller says otherwise, in octets. */
const defaultCrlSize = 16 * 1024 * 1024

function readVersion(tbs: DerCursor): 1 | 2 {
  const version = tbs.optional(tags.integer)
  if (version === undefined) return 1
  return readSmallInteger(version) === 1 ? 2 : refuse('x509.crl.version')
}

function isTime(tag: number | undefined): boolean {
  return tag === tags.utcTime || tag === tags.generalizedTime
}

function readEntries(tbs: DerCursor): DerElement | undefined {
  const entries = tbs.optional(tags.sequence)
  // RFC 5280 section 5.1.2.6: absent, never empty.
  if (entries !== undefined && entries.body === entries.end) refuse('x509.crl.entries')
  return entries
}

function readTbs(tbs: DerCursor) {
  const version = readVersion(tbs)
  const tbsAlgorithm = readAlgorithmIdentifier(tbs.read(tags.sequence))
  const issuer = readName(tbs.read(tags.sequence))
  const thisUpdate = readTime(tbs.any())
  const nextUpdate = isTime(tbs.nextTag) ? readTime(tbs.any()) : undefined
  const entries = readEntries(tbs)
  const tagged = version === 2 ? tbs.optional(0xa0) : undefined
  if (!tbs.done) refuse('x509.crl.version')
  const extensions = tagged === undefined ? [] : readTaggedExtensions(inside(tagged))
  return { version, tbsAlgorithm, issuer, thisUpdate, nextUpdate, entries, extensions }
}

function readKnown(all: readonly Extension[]) {
  const { authorityKeyIdentifier, crlNumber, deltaCrlIndicator } = extensionOids
  const { issuingDistributionPoint } = extensionOids
  return {
    authorityKeyId: valueOf(all, authorityKeyIdentifier, readAuthorityKeyId),
    crlNumber: valueOf(all, crlNumber, readCrlNumber),
    baseCrlNumber: valueOf(all, deltaCrlIndicator, readCrlNumber),
    scope: valueOf(all, issuingDistributionPoint, readIssuingDistributionPoint),
  }
}

/**
 * The fields of a certificate revocation list in DER (RFC 5280 section 5.1).
 *
 * It establishes nothing: neither signature nor dates are checked, and entries are not read yet. Lists
 * larger than `limits.octets` (default 16 MiB) are refused.
 *
 * @throws ParseError `x509.der.*`, `x509.crl.*`, `x509.certificate.*`
 * @example
 * ```ts
 * import { readCrl } from '@tiemchung/x509'
 * const stale = (der: Uint8Array, at: Date) => {
 *   const { nextUpdate } = readCrl(der)
 *   return nextUpdate === undefined || nextUpdate < at
 * }
 * ```
 */
export function readCrl(
  der: Uint8Array,
  limits: { readonly octets?: number } = {},
): RevocationList {
  const outer = inside(onlyElement(der, tags.sequence, limits.octets ?? defaultCrlSize))
  const tbs = outer.read(tags.sequence)
  const signatureAlgorithm = readAlgorithmIdentifier(outer.read(tags.sequence))
  const signature = readOctetAlignedBits(outer.read(tags.bitString))
  outer.finish()
  const fields = readTbs(inside(tbs))
  return {
    tbs: rawOf(tbs),
    ...fields,
    ...readKnown(fields.extensions),
    signatureAlgorithm,
    signature,
  }
}
