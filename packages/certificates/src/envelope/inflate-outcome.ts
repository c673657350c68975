/** What inflating can end in: the bytes, or the one fault that ended it. */
export type InflateOutcome =
  | { readonly bytes: Uint8Array }
  | { readonly fault: 'malformed' | 'too-large' | 'trailing' }
