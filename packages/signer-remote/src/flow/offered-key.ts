/** A key as a provider shows it. */
export interface OfferedKey {
  /** Credential id, or serial number of the certificate. */
  readonly id: string
  readonly own: Uint8Array
  /** Other certificates that came with it, in any order. */
  readonly others: readonly Uint8Array[]
  /** The most hashes of one call, where the provider says so of the key. */
  readonly most?: number
}
