/** The host's requests, timers and abort controllers. */

/** A request as every host has it; nothing that workers refuse. */
export function hostRequest(
  address: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Request {
  return new Request(address, { headers: { ...headers }, redirect: 'manual', signal })
}

/** A new abort controller of the host. */
export const abortController = (): AbortController => new AbortController()

/** The longest that a host's timer can count. */
const longestTimer = 2 ** 31 - 1

/** Rings once after some milliseconds, unless what it returns is called before. */
export function alarm(milliseconds: number, ring: () => void): () => void {
  const timer = setTimeout(ring, Math.min(milliseconds, longestTimer))
  return () => clearTimeout(timer)
}
