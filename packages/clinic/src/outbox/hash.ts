import { canonicalBytes, type JsonValue, toHex } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'

/**
 * SHA-256 of a payload's canonical JSON, in hexadecimal. It finds what changed by mistake: whoever can write the
 * store can write the hash.
 *
 * @throws InputError `input.json-canonical`
 */
export async function payloadHashOf(payload: JsonValue, crypto: CryptoProvider): Promise<string> {
  return toHex(await crypto.digest('SHA-256', canonicalBytes(payload)))
}
