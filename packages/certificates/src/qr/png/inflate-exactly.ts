/** Inflating what has a known size. */
import { Unzlib } from 'fflate'

/** Input handed over at once: deflate makes at most 1032 bytes of one, so a bomb makes 4 MB and stops. */
const stride = 4096

/**
 * The first `size` bytes of a zlib stream; nothing beyond them is inflated. `undefined` when the stream is
 * malformed or ends before.
 */
export function inflateExactly(input: Uint8Array, size: number): Uint8Array | undefined {
  const whole = new Uint8Array(size)
  let filled = 0
  const stream = new Unzlib((part) => {
    const wanted = part.subarray(0, size - filled)
    whole.set(wanted, filled)
    filled += wanted.length
  })
  try {
    for (let at = 0; at < input.length && filled < size; at += stride) {
      stream.push(input.subarray(at, at + stride), at + stride >= input.length)
    }
  } catch {
    return undefined
  }
  return filled === size ? whole : undefined
}
