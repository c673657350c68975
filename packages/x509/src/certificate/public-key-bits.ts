import { inside, onlyElement } from '../der/cursor.js'
import { readOctetAlignedBits, tags } from '../der/values.js'

/** The bits of a public key alone, without its algorithm: what key hashes are made over (RFC 6960 4.1.1). */
export function publicKeyBits(spki: Uint8Array): Uint8Array {
  const info = inside(onlyElement(spki, tags.sequence, spki.length))
  info.read(tags.sequence)
  return readOctetAlignedBits(info.read(tags.bitString))
}
