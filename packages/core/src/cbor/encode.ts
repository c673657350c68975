/** Values into CBOR, refused in words. */
import { cborErrors } from '../errors/cbor-errors.js'
import { InputError } from '../sdk-error.js'
import type { CborValue } from './value.js'
import { writeCbor } from './write.js'

function refuse(): never {
  throw new InputError(cborErrors, 'input.cbor-value')
}

/**
 * An item in its deterministic encoding (RFC 8949 section 4.2.1): shortest numbers, lengths and floats, sorted keys,
 * no open lengths. A `number` that is whole is written as an integer; use `CborFloat` to keep `1.0`.
 *
 * @throws InputError `input.cbor-value` for integers that CBOR or a `number` cannot hold, and for simple values
 *   that have a meaning of their own
 * @example
 * ```ts
 * import { encodeCbor } from '@tiemchung/core/cbor'
 * encodeCbor(new Map([[1, 'VN']])) // => a1 01 62 56 4e
 * ```
 */
export function encodeCbor(value: CborValue): Uint8Array {
  return writeCbor(value, refuse)
}
