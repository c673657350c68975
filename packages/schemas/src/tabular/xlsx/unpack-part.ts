/** One part of a zip file, unpacked within its stated size and checked against its CRC-32. */
import { Inflate } from 'fflate'
import { isSdkError } from '@tiemchung/core'
import { refuseFile, type ZipPart } from './zip-directory.js'

const polynomial = 0xedb88320

const crcTable: Uint32Array = /* @__PURE__ */ Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) {
    value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1
  }
  return value
})

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 255] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}

const step = 65_536

function inflate(packed: Uint8Array, size: number, visit: (chunk: Uint8Array) => void): Uint8Array {
  const whole = new Uint8Array(size)
  let written = 0
  let ended = false
  const stream = new Inflate((chunk, last) => {
    if (written + chunk.length > size) refuseFile('tabular.damaged')
    whole.set(chunk, written)
    written += chunk.length
    ended ||= last
    visit(chunk)
  })
  for (let at = 0; at === 0 || at < packed.length; at += step) {
    stream.push(packed.subarray(at, at + step), at + step >= packed.length)
  }
  return ended && written === size ? whole : refuseFile('tabular.damaged')
}

/**
 * The bytes of a part. `visit` sees them chunk by chunk while they are unpacked, and may refuse early.
 *
 * @throws ParseError `tabular.damaged`
 */
export function unpackPart(
  bytes: Uint8Array,
  part: ZipPart,
  visit: (chunk: Uint8Array) => void = () => undefined,
): Uint8Array {
  const packed = bytes.subarray(part.start, part.start + part.packed)
  if (!part.deflated) visit(packed)
  let whole: Uint8Array
  try {
    whole = part.deflated ? inflate(packed, part.unpacked, visit) : packed
  } catch (caught) {
    if (isSdkError(caught)) throw caught
    return refuseFile('tabular.damaged')
  }
  return crcOf(whole) === part.crc ? whole : refuseFile('tabular.damaged')
}
