/** One thing that a schema found wrong. */
export interface SchemaIssue {
  readonly path: readonly PropertyKey[]
  readonly message?: string
}

/**
 * What is needed of a schema: zod's have it, and so has anything with a `safeParse`.
 *
 * Only the paths of its issues enter an error; its messages may quote data and stay outside.
 */
export interface Schema<Data> {
  safeParse(
    value: unknown,
  ):
    | { readonly success: true; readonly data: Data }
    | { readonly success: false; readonly error: { readonly issues: readonly SchemaIssue[] } }
}
