/** How much of a stranger's input is looked at. */

/** Sizes beyond which a text is refused unread. */
export interface EnvelopeLimits {
  /** Characters of the text. A QR code holds 4,296 at most. */
  readonly textLength: number
  /** Bytes after inflating, enforced while inflating. */
  readonly inflatedBytes: number
  /** Containers inside each other in CBOR. */
  readonly cborDepth: number
  /** Items in one CBOR text. */
  readonly cborItems: number
}

/**
 * The limits unless others are given. The longest of 581 public test certificates has 1,093 characters
 * and inflates to 870 bytes.
 */
export const defaultLimits: EnvelopeLimits = {
  textLength: 8192,
  inflatedBytes: 65_536,
  cborDepth: 16,
  cborItems: 2000,
}

/** The limits that are given, and the usual one for each that is no number: none of them can be left out. */
export function limitsFrom(given: Partial<EnvelopeLimits> = {}): EnvelopeLimits {
  const limit = (name: keyof EnvelopeLimits) => {
    const { [name]: stated = Number.NaN } = given
    return stated >= 0 ? stated : defaultLimits[name]
  }
  return {
    textLength: limit('textLength'),
    inflatedBytes: limit('inflatedBytes'),
    cborDepth: limit('cborDepth'),
    cborItems: limit('cborItems'),
  }
}
