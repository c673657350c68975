/** What becomes of a certificate whose revocation cannot be told: three written policies. */

/** How revocation counts; plain data, named in every report that was made under it. */
export interface RevocationPolicy {
  readonly id: string
  /** Whether the lists and answers are looked at. */
  readonly asks: boolean
  /**
   * `refuse`: a certificate whose status is unknown leaves the verdict open. `pass-over`: it is
   * `skipped`, with the reason, and the verdict rests on the other checks.
   */
  readonly whenUnknown: 'refuse' | 'pass-over'
  /** The oldest list or answer that counts, in seconds since it was made. Absent: its own `nextUpdate`. */
  readonly longestAge?: number
  /**
   * Whether version 2 lists without a number count. Default false: RFC 5280 section 5.2.3 asks for one in
   * every list, and without it none can be told to be the newer.
   */
  readonly acceptsUnnumbered?: boolean
  /**
   * Whether a delegated OCSP responder is believed whose certificate neither is marked
   * `id-pkix-ocsp-nocheck` nor says where its own revocation is told: RFC 6960 section 4.2.2.2.1 leaves
   * this third case to the verifier. Default false: a list at hand must then show it to be good.
   */
  readonly acceptsUncheckedResponders?: boolean
}

/** Every certificate below the anchor must be shown not to be revoked. */
export const hardFail = {
  id: 'hard-fail',
  asks: true,
  whenUnknown: 'refuse',
} as const satisfies RevocationPolicy

/** A certificate that is known to be revoked is refused; one that nothing is known of is let through. */
export const softFail = {
  id: 'soft-fail',
  asks: true,
  whenUnknown: 'pass-over',
} as const satisfies RevocationPolicy

/** Revocation is not looked at. */
export const revocationOff = {
  id: 'off',
  asks: false,
  whenUnknown: 'pass-over',
} as const satisfies RevocationPolicy

/** What the caller knows of revocation; nothing is fetched. */
export interface RevocationQuery {
  /** Default: `hardFail`. */
  readonly policy?: RevocationPolicy
  /** Certificate revocation lists in DER: complete, partitioned, indirect or delta, in any order. */
  readonly crls?: readonly Uint8Array[]
  /** OCSP responses in DER, in any order. */
  readonly ocsp?: readonly Uint8Array[]
  /**
   * The instant by which the signature in question is proven to have been there, by a timestamp for
   * example. A later revocation then does not reach back. Absent: nothing is proven, and a revoked
   * certificate is refused whenever it was revoked.
   */
  readonly provenAt?: Date
}
