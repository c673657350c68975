/** Core's CBOR with the codes of certificates. */
import { InputError } from '@tiemchung/core'
import {
  type CborFault,
  type CborOptions,
  type CborReading,
  type CborValue,
  readCbor as read,
  writeCbor,
} from '@tiemchung/core/cbor'
import { issueErrors } from '../errors/issue-errors.js'
import { refuse } from './fault.js'
import { inWords } from './in-words.js'

function refuseCbor(why: CborFault): never {
  return refuse(`envelope.cbor.${why}`)
}

function refuseValue(): never {
  throw new InputError(issueErrors, 'certificate-issue.cbor-value')
}

/**
 * The one item that fills the bytes, and the liberties that its encoding took.
 *
 * @throws EnvelopeFault `envelope.cbor.*`
 */
export function readCbor(bytes: Uint8Array, options: CborOptions = {}): CborReading {
  return read(bytes, options, refuseCbor)
}

/**
 * The one CBOR item that fills the bytes.
 *
 * Byte strings are views of the input. Duplicate keys, keys that are neither whole numbers nor text,
 * invalid UTF-8 and bytes behind the item are refused; tags are kept and not interpreted.
 *
 * @throws ParseError `envelope.cbor.*`
 * @example
 * ```ts
 * import { decodeCbor } from '@tiemchung/certificates/envelope'
 * decodeCbor(new Uint8Array([0x82, 0x01, 0x61, 0x61])) // => [1, 'a']
 * ```
 */
export function decodeCbor(bytes: Uint8Array, options: CborOptions = {}): CborValue {
  return inWords(() => readCbor(bytes, options).value)
}

/**
 * An item in its deterministic encoding: shortest numbers, lengths and floats, sorted keys, no open
 * lengths. A `number` that is whole is written as an integer; use `CborFloat` to keep `1.0`.
 *
 * @throws InputError `certificate-issue.cbor-value` for integers that CBOR or a `number` cannot hold
 * @example
 * ```ts
 * import { encodeCbor } from '@tiemchung/certificates/envelope'
 * encodeCbor(new Map([[1, 'VN']])) // => a1 01 62 56 4e
 * ```
 */
export function encodeCbor(value: CborValue): Uint8Array {
  return writeCbor(value, refuseValue)
}
