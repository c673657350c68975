/** Pins: the SHA-256 of a public key or certificate, which a person can compare and a program can keep. */
import { InputError, toHex } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import { signedErrors } from '../errors/signed-errors.js'
import { systemCrypto } from '../world.js'

/** `sha256:` and 64 hex digits in lower case. */
export type Pin = `sha256:${string}`

/**
 * The pin of some bytes: of a public key as SubjectPublicKeyInfo in DER, or of a certificate in DER.
 *
 * @example
 * ```ts
 * import { fromPem } from '@tiemchung/core'
 * import { pinOf } from '@tiemchung/certificates/signed'
 * const pins = (pem: string) => Promise.all(fromPem(pem, 'PUBLIC KEY').map((key) => pinOf(key)))
 * ```
 */
export async function pinOf(
  bytes: Uint8Array,
  crypto: CryptoProvider = systemCrypto,
): Promise<Pin> {
  return `sha256:${toHex(await crypto.digest('SHA-256', bytes))}`
}

/** Bare digits, with colons between the octets, or behind what `openssl x509 -fingerprint` prints. */
const spellings = /^(?:sha256:|sha256 fingerprint=)?([0-9a-f]{2}(?::?[0-9a-f]{2}){31})$/i

/**
 * A pin in its one form, from the spellings that people copy: 64 hex digits of either case, with or
 * without colons, `sha256:` or `sha256 Fingerprint=` in front.
 *
 * @throws InputError `certificate-signed.pin`
 */
export function parsePin(text: string): Pin {
  const digits = spellings.exec(text.trim())?.[1]
  if (digits === undefined) throw new InputError(signedErrors, 'certificate-signed.pin')
  return `sha256:${digits.replaceAll(':', '').toLowerCase()}`
}
