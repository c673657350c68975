/** What the people of an ordeal were told, for somebody else to hold against the database. */

/** What is to be found of one item. */
export interface ClaimedItem {
  readonly id: string
  readonly reference: string
  readonly phone: string
  /** What was done to it, in order. */
  readonly actions: readonly string[]
  readonly state: string
  readonly outcome?: string
  readonly officer?: string
  readonly files: readonly { readonly sha256: string; readonly bytes: number }[]
  /** One-time codes that went to its telephone. */
  readonly codes: number
  /** Writes that the audit log has of it, by operation. */
  readonly audited: Readonly<Record<string, number>>
}

/** What is to be found. */
export interface Claims {
  readonly items: readonly ClaimedItem[]
  /** One-time codes that went to accounts, by name. */
  readonly codes: Readonly<Record<string, number>>
  /** What the report of the ministry said, and when. */
  readonly report: { readonly at: string; readonly recorded: number; readonly overdue: number }
}

/** What the independent script counted, and where that is not what was claimed. */
export interface Recount {
  readonly counts: Readonly<Record<string, number>>
  readonly faults: readonly string[]
}
