/** Statuses of a server that is busy, restarting or gone for a moment. */
const passing: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])

/**
 * Whether an answer may change when the same request is sent again. A conflict does so only when the
 * server says when to come back: the first request with the same key is still at work.
 */
export function mayPass(status: number, retryAfter: number | undefined): boolean {
  return passing.has(status) || (status === 409 && retryAfter !== undefined)
}
