/** ECDSA signatures: DER in certificates, raw `r||s` in JOSE, COSE and WebCrypto. */
import type { CurveName } from '@tiemchung/core/crypto'
import { inside, onlyElement, refuse } from '../der/cursor.js'
import { readUnsigned, tags } from '../der/values.js'

const orderSize: Readonly<Record<CurveName, number>> = { 'P-256': 32, 'P-384': 48, 'P-521': 66 }

/**
 * The raw `r||s` of an ECDSA-Sig-Value in DER (RFC 3279 section 2.2.3).
 *
 * Each signature has exactly one accepted form: long lengths, leading zeros, negative, zero or
 * oversized numbers and trailing bytes are refused.
 *
 * @throws ParseError `x509.der.*`, `x509.signature.ecdsa`
 */
export function ecdsaSignatureToRaw(der: Uint8Array, curve: CurveName): Uint8Array {
  const size = orderSize[curve]
  const numbers = inside(onlyElement(der, tags.sequence, 2 * size + 16))
  const raw = new Uint8Array(2 * size)
  for (const end of [size, 2 * size]) {
    const number = readUnsigned(numbers.read(tags.integer))
    if (number.length > size || number.every((octet) => octet === 0)) {
      refuse('x509.signature.ecdsa')
    }
    raw.set(number, end - number.length)
  }
  numbers.finish()
  return raw
}
