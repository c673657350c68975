/** As long as a UUID; our keys are twice as long. */
const longestPooled = 16

/** Sixty-four ids. */
const poolLength = 1024

/**
 * Random bytes of which short ones are drawn ahead, many at once: asking a host costs more than a short answer does.
 *
 * Octets are handed out once, as a copy, and wiped from the pool. What is longer than 16 octets, as keys are, comes from
 * `fill` directly, so that no key ever stood in the pool. What is drawn ahead is in this process's memory: a copy of a
 * running machine would draw the same, as it would from the state that OpenSSL keeps.
 */
export function pooledRandom(fill: (target: Uint8Array) => Uint8Array): {
  bytes(length: number): Uint8Array
} {
  const pool = new Uint8Array(poolLength)
  let used = pool.length
  return {
    bytes: (length) => {
      const octets = new Uint8Array(length)
      if (octets.length > longestPooled) return fill(octets)
      if (used + octets.length > pool.length) {
        fill(pool)
        used = 0
      }
      const end = used + octets.length
      octets.set(pool.subarray(used, end))
      pool.fill(0, used, end)
      used = end
      return octets
    },
  }
}
