import { canonicalJson, parseUuid, type Uuid, uuidv5 } from '@tiemchung/core'
import { type CryptoProvider, systemCrypto } from '@tiemchung/core/crypto'
import type { VerificationRequest } from '@tiemchung/schemas/wire'

/** The namespace of batch ids. */
const namespace = /* @__PURE__ */ parseUuid('0b8a4d57-9438-5815-9a69-2022c0ffee69')

/**
 * The id of a batch: the same questions in the same order have the same id on every machine, so that a
 * process that starts again asks under the key of the one before it, and no key ever names two batches.
 */
export async function batchIdOf(
  requests: readonly VerificationRequest[],
  crypto: CryptoProvider = systemCrypto,
): Promise<Uuid> {
  return await uuidv5(namespace, canonicalJson(requests), crypto)
}
