/** zlib streams (RFC 1950) with fflate, for hosts without a synchronous zlib of their own. */
import { concatBytes } from '@tiemchung/core'
import { Inflate, zlibSync } from 'fflate'
import type { InflateOutcome } from './inflate-outcome.js'

const headerLength = 2
const checksumLength = 4
/** Input handed over at once: deflate makes at most 1032 bytes of one, so memory stays bounded. */
const stride = 256

class LimitReached extends Error {}

function adler32(bytes: Uint8Array): number {
  let low = 1
  let high = 0
  for (const byte of bytes) {
    low = (low + byte) % 65_521
    high = (high + low) % 65_521
  }
  return high * 65_536 + low
}

/** What fflate knows of a stream and its types do not tell: input that is left, and the bit to go on at. */
interface Progress {
  readonly p: Uint8Array
  readonly s: { readonly p: number }
}

/**
 * The octets of a deflate stream, and whether there is more input than it needed. Should fflate keep its
 * progress elsewhere one day, every stream is malformed, and the tests say so.
 */
function inflateRaw(
  raw: Uint8Array,
  limit: number,
): { readonly bytes: Uint8Array; readonly endsEarly: boolean } {
  let bytes: Uint8Array = new Uint8Array(0)
  const stream = new Inflate((part) => {
    if (bytes.length + part.length > limit) throw new LimitReached()
    bytes = bytes.length === 0 ? part : concatBytes(bytes, part)
  })
  for (let at = 0; at < raw.length; at += stride) {
    stream.push(raw.slice(at, at + stride), at + stride >= raw.length)
  }
  const { p: left, s: state } = stream as unknown as Progress
  return { bytes, endsEarly: left.length > (state.p === 0 ? 0 : 1) }
}

/** Inflates a zlib stream, and stops as soon as it has written more than `limit` bytes. */
export function inflate(bytes: Uint8Array, limit: number): InflateOutcome {
  const [method = 0, flags = 0] = bytes
  const presetDictionary = (flags & 0x20) !== 0
  if ((method & 15) !== 8 || ((method << 8) | flags) % 31 !== 0 || presetDictionary) {
    return { fault: 'malformed' }
  }
  const raw = bytes.subarray(headerLength, -checksumLength)
  if (raw.length === 0) return { fault: 'malformed' }
  try {
    const { bytes: inflated, endsEarly } = inflateRaw(raw, limit)
    if (endsEarly) return { fault: 'trailing' }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const intact = view.getUint32(bytes.length - checksumLength) === adler32(inflated)
    return intact ? { bytes: inflated } : { fault: 'malformed' }
  } catch (cause) {
    return { fault: cause instanceof LimitReached ? 'too-large' : 'malformed' }
  }
}

/** A zlib stream of these bytes, as small as level 9 makes it. */
export function deflate(bytes: Uint8Array): Uint8Array {
  return zlibSync(bytes, { level: 9 })
}
