/** Changes to bytes that a reader has to live with. */
import type { Random } from './random.js'

type Change = (bytes: Uint8Array, random: Random, seeds: readonly Uint8Array[]) => Uint8Array

/** Bytes that mean something as a length or as a sign. */
const telling = [0, 1, 0x1f, 0x20, 0x30, 0x3f, 0x5f, 0x7f, 0x80, 0x81, 0x82, 0x84, 0x9f, 0xbf, 0xff]
/** Openings that nest: lists and maps of CBOR, sequences and contexts of DER, brackets. */
const openings = [
  [0x81],
  [0x9f],
  [0xa1, 0x01],
  [0xc1],
  [0xd8, 0x3d],
  [0x30, 0x80],
  [0x30, 0x82, 0xff, 0xff],
  [0xa0, 0x82, 0x10, 0x00],
  [0x24, 0x80],
  [0x5b],
  [0x7b, 0x22, 0x61, 0x22, 0x3a],
]

const joined = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Where something is cut: most places are as likely, and the start is a little more so. */
const placeIn = (bytes: Uint8Array, random: Random): number =>
  random.chance(0.2) ? random.below(Math.min(24, bytes.length + 1)) : random.below(bytes.length + 1)

const spanIn = (bytes: Uint8Array, random: Random): readonly [number, number] => {
  const start = placeIn(bytes, random)
  return [start, Math.min(bytes.length, start + 1 + random.below(random.chance(0.8) ? 8 : 200))]
}

const withByte = (bytes: Uint8Array, at: number, byte: number): Uint8Array => {
  const changed = bytes.slice()
  if (at < changed.length) changed[at] = byte
  return changed
}

/** How often something is repeated: mostly a little, now and then so that a square would be felt. */
export const repeats = (random: Random): number =>
  random.chance(0.004) ? 2000 + random.below(20_000) : 1 + random.below(24)

/** Every byte with one of its bits turned. */
export function flipBit(bytes: Uint8Array, random: Random): Uint8Array {
  const bit = random.below(bytes.length * 8)
  return withByte(bytes, bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7)))
}

const changes: readonly Change[] = [
  flipBit,
  flipBit,
  (bytes, random) => withByte(bytes, random.below(bytes.length), random.below(256)),
  // The edit of a length field, wherever one may be.
  (bytes, random) => withByte(bytes, placeIn(bytes, random), random.pick(telling)),
  (bytes, random) => {
    const at = placeIn(bytes, random)
    return withByte(bytes, at, (bytes[at] ?? 0) + (random.chance(0.5) ? 1 : 255))
  },
  (bytes, random) => bytes.slice(0, placeIn(bytes, random)),
  (bytes, random) => bytes.slice(placeIn(bytes, random)),
  (bytes, random) => {
    const at = placeIn(bytes, random)
    return joined(bytes.subarray(0, at), random.bytes(1 + random.below(9)), bytes.subarray(at))
  },
  (bytes, random) => {
    const [start, end] = spanIn(bytes, random)
    return joined(bytes.subarray(0, start), bytes.subarray(end))
  },
  (bytes, random) => {
    const [start, end] = spanIn(bytes, random)
    const again = Array.from({ length: repeats(random) }, () => bytes.subarray(start, end))
    return joined(bytes.subarray(0, end), ...again, bytes.subarray(end))
  },
  (bytes, random) => {
    const at = placeIn(bytes, random)
    const opening = random.pick(openings)
    const nest = Array.from({ length: repeats(random) }, () => opening)
    return joined(bytes.subarray(0, at), ...nest, bytes.subarray(at))
  },
  (bytes, random, seeds) => {
    const other = random.pick(seeds)
    return joined(bytes.subarray(0, placeIn(bytes, random)), other.subarray(placeIn(other, random)))
  },
  (bytes, random, seeds) => {
    const other = random.pick(seeds)
    const [start, end] = spanIn(other, random)
    const at = placeIn(bytes, random)
    const rest = random.chance(0.5) ? at : Math.min(bytes.length, at + end - start)
    return joined(bytes.subarray(0, at), other.subarray(start, end), bytes.subarray(rest))
  },
]

/** Nothing grows beyond this, however changes add up. */
const longest = 400_000

/** One of the seeds after one to four changes. */
export function mutateBytes(
  random: Random,
  seeds: readonly Uint8Array[],
  from: Uint8Array = random.pick(seeds),
): Uint8Array {
  let bytes = from
  const times = 1 + random.below(random.chance(0.6) ? 1 : 4)
  for (let time = 0; time < times; time += 1) {
    bytes = random.pick(changes)(bytes, random, seeds)
    if (bytes.length > longest) return bytes.slice(0, longest)
  }
  return bytes
}
