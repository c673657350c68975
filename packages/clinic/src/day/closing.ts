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

/** The closings and reopenings of a day, in order. */
export interface Closings {
  readonly all: readonly Closing[]
}

/** Whether the day is closed now. */
export function isClosed(closings: readonly Closing[]): boolean {
  return closings.at(-1)?.state === 'closed'
}
