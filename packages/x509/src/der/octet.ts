/** The octet at a place that is known to be there; whoever asks has compared it with the length. */
export const octetAt = (bytes: Uint8Array, at: number): number => bytes[at] as number
