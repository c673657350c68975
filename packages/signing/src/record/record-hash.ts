import { canonicalBytes } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'

/**
 * SHA-256 of a record's canonical JSON: the bytes of what `hashRecord` of `@tiemchung/schemas` gives in
 * hex. It stands here because that package brings its schema library along.
 */
export async function recordHash(record: DoseRecord, crypto: CryptoProvider): Promise<Uint8Array> {
  return crypto.digest('SHA-256', canonicalBytes(record))
}
