/** Every liberty that a profile can grant. */
import { envelopeTolerances } from '../envelope/tolerance.js'
import { payloadTolerances } from '../payload/tolerance.js'

/** Liberties of text and CBOR, of header and claims, and of the payload. */
export const tolerances = /* @__PURE__ */ everyTolerance(
  /** The algorithm stands outside of what is signed. The key decides the algorithm in any case. */
  'unprotected-algorithm',
  /** The key id stands outside of what is signed. */
  'unprotected-key-id',
  /** Times with a fraction; the fraction is dropped. */
  'float-times',
  /** An issuer that is no country of two letters, such as `CH BAG`. */
  'issuer-not-a-country',
  /** Issued before, or lasting longer than, the signing certificate. */
  'beyond-signer',
)

function everyTolerance<const Own extends readonly string[]>(...own: Own) {
  return [...envelopeTolerances, ...own, ...payloadTolerances] as const
}

/** A liberty that a profile can grant. */
export type Tolerance = (typeof tolerances)[number]
