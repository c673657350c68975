/** CBOR into values, refused in words. */
import { equalBytes } from '../bytes.js'
import { cborErrors } from '../errors/cbor-errors.js'
import { ParseError } from '../sdk-error.js'
import { type CborFault, type CborOptions, readCbor } from './read.js'
import type { CborValue } from './value.js'
import { writeCbor } from './write.js'

/** How much of a stranger's CBOR is looked at. */
export type CborLimits = Pick<CborOptions, 'maxDepth' | 'maxItems'>

function refuse(reason: CborFault | 'not-deterministic'): never {
  throw new ParseError(cborErrors, 'parse.cbor', { params: { reason } })
}

/**
 * The one CBOR item that fills the bytes.
 *
 * Byte strings are views of the input. Duplicate keys, keys that are neither whole numbers nor text,
 * invalid UTF-8 and bytes behind the item are refused; tags are kept and not interpreted. At most 32 containers
 * and tags inside each other, and 10,000 items, unless `options` say otherwise.
 *
 * It reads open lengths and long forms where `options` do not refuse them, and keys in any order: two texts may
 * decode to the same item. Where one item must have one text, use `decodeDeterministicCbor`.
 *
 * @throws ParseError `parse.cbor`, with a `CborFault` as `reason`
 * @example
 * ```ts
 * import { decodeCbor } from '@tiemchung/core/cbor'
 * decodeCbor(new Uint8Array([0x82, 0x01, 0x61, 0x61])) // => [1, 'a']
 * ```
 */
export function decodeCbor(bytes: Uint8Array, options: CborOptions = {}): CborValue {
  return readCbor(bytes, options, refuse).value
}

/**
 * The one CBOR item that fills the bytes, when they are its deterministic encoding (RFC 8949 section 4.2.1):
 * shortest numbers, lengths and floats, stated lengths, keys in the order of their encoded bytes. What `encodeCbor`
 * writes is read, and no other text of the same item.
 *
 * @throws ParseError `parse.cbor`, with a `CborFault` as `reason`, or `not-deterministic` for keys out of order and
 *   floats that are longer than needed
 * @example
 * ```ts
 * import { decodeDeterministicCbor } from '@tiemchung/core/cbor'
 * decodeDeterministicCbor(new Uint8Array([0x18, 0x20])) // => 32
 * ```
 */
export function decodeDeterministicCbor(bytes: Uint8Array, limits: CborLimits = {}): CborValue {
  const strict = { ...limits, indefiniteLengths: false, longForms: false }
  const { value } = readCbor(bytes, strict, refuse)
  const written = writeCbor(value, () => refuse('not-deterministic'))
  return equalBytes(written, bytes) ? value : refuse('not-deterministic')
}
