/** What a revocation list covers, in its own words (RFC 5280 section 5.2.5). */
import {
  type DistributionPointName,
  readPointName,
  readReasons,
} from '../certificate/distribution-point.js'
import { inside, onlyElement, refuse } from '../der/cursor.js'
import { readDefaultFalse, tags } from '../der/values.js'

/** The scope of a list that does not cover everything that its issuer issued, or covers more. */
export interface IssuingDistributionPoint {
  readonly name: DistributionPointName | undefined
  /** The one kind of certificates that is covered; undefined when every kind is. */
  readonly only: 'end-entities' | 'authorities' | 'attributes' | undefined
  /** The reasons that are covered, as bits. */
  readonly reasons: number
  /** Whether entries may be of certificates of other issuers. */
  readonly indirect: boolean
}

/** Reads an issuing distribution point, which is never empty. */
export function readIssuingDistributionPoint(value: Uint8Array): IssuingDistributionPoint {
  const cursor = inside(onlyElement(value, tags.sequence, value.length))
  if (cursor.done) refuse('x509.certificate.extension')
  const name = readPointName(cursor.optional(0xa0))
  const endEntities = readDefaultFalse(cursor.optional(0x81))
  const authorities = readDefaultFalse(cursor.optional(0x82))
  const reasons = readReasons(cursor.optional(0x83))
  const indirect = readDefaultFalse(cursor.optional(0x84))
  const attributes = readDefaultFalse(cursor.optional(0x85))
  cursor.finish()
  const kinds = [
    endEntities ? ('end-entities' as const) : undefined,
    authorities ? ('authorities' as const) : undefined,
    attributes ? ('attributes' as const) : undefined,
  ].filter((kind) => kind !== undefined)
  if (kinds.length > 1) refuse('x509.certificate.extension')
  return { name, only: kinds[0], reasons, indirect }
}
