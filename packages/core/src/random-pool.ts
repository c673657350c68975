/** As long as a UUID. A nonce of AES-GCM has 12 octets, our keys have 32. */
const idLength = 16

/** Sixty-four ids. */
const poolLength = 1024

/**
 * Random bytes of which those of ids are drawn ahead, many at once: asking a host costs more than an id does.
 *
 * Only answers of 16 octets come from the pool, once, as a copy, and are wiped there; every other length comes from `fill`
 * directly, so that no key and no nonce ever stood in it. A copy of a running machine would draw the same ids.
 */
export function pooledRandom(fill: (target: Uint8Array) => Uint8Array): {
  bytes(length: number): Uint8Array
} {
  const pool = new Uint8Array(poolLength)
  let used = pool.length
  return {
    bytes: (length) => {
      const octets = new Uint8Array(length)
      if (octets.length !== idLength) return fill(octets)
      if (used === pool.length) {
        fill(pool)
        used = 0
      }
      const end = used + idLength
      octets.set(pool.subarray(used, end))
      pool.fill(0, used, end)
      used = end
      return octets
    },
  }
}
