/** The policies that a caller accepts and demands: the user's inputs of RFC 5280 section 6.1.1. */

/** Which certificate policies a path has to have. */
export interface PolicyDemand {
  /** `user-initial-policy-set`: object identifiers. Absent: any policy will do. */
  readonly acceptable?: readonly string[]
  /** `initial-explicit-policy`: the path must be valid for an acceptable policy. Default false. */
  readonly explicit?: boolean
  /** `initial-policy-mapping-inhibit`. Default false. */
  readonly inhibitMapping?: boolean
  /** `initial-any-policy-inhibit`. Default false. */
  readonly inhibitAny?: boolean
}
