/** One closing or reopening of a day, as it is kept. */
export interface Closing {
  readonly state: 'closed' | 'reopened'
  readonly at: string
  /** Staff account. */
  readonly by: string
  /** What was open, by reason; nothing when it was reopened. */
  readonly open: Readonly<Record<string, number>>
  /** Why it was closed all the same, or reopened. It stays with the facility. */
  readonly reason?: string
}

/**
 * The closings and reopenings of a day, in order.
 *
 * `count` is there for those that close while others work: who counts lets it stand, and whoever changes what is counted
 * takes it down. A closing is written only while its count stands, so no change comes between the two.
 */
export interface Closings {
  readonly all: readonly Closing[]
  readonly count?: { readonly number: number; readonly stands: boolean }
}

/** A count that stands: the one that does, as nothing has changed since, or the next. */
export function counted({ all, count }: Closings): Closings {
  if (count?.stands === true) return { all, count }
  return { all, count: { number: (count?.number ?? 0) + 1, stands: true } }
}

/** No count stands. Its number stays, so that the next is another one. */
export function uncounted({ all, count }: Closings): Closings {
  return count === undefined ? { all } : { all, count: { ...count, stands: false } }
}

/** Whether the day is closed now. */
export function isClosed(closings: readonly Closing[]): boolean {
  return closings.at(-1)?.state === 'closed'
}
