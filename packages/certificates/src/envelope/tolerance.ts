/**
 * The liberties that certificates found in the world take with the specification.
 *
 * A reader names each one that it met; a profile lists those that it grants.
 */

/** Liberties of the text, the CBOR and the COSE structure. */
export const envelopeTolerances = [
  /** CR or LF behind the text, as hand scanners add. */
  'line-end',
  /** No zlib around the COSE. */
  'uncompressed',
  /** Lengths left open in CBOR (RFC 8949 section 3.2). */
  'indefinite-lengths',
  /** Numbers or lengths longer than needed in CBOR. */
  'long-forms',
  /** A COSE_Sign1 without tag 18. */
  'untagged',
  /** Tag 61 (CWT) in front of tag 18. */
  'cwt-tag',
] as const

/** A liberty of the text, the CBOR or the COSE structure. */
export type EnvelopeTolerance = (typeof envelopeTolerances)[number]
