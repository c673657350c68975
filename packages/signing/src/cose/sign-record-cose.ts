import { canonicalBytes, SigningError } from '@tiemchung/core'
import { encodeCbor } from '@tiemchung/core/cbor'
import type { Signer } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import { errorCatalogue } from '../errors.js'
import type { SignRecordOptions } from '../record/sign-records.js'
import { publicKeyOf, signBatch } from '../signer/sign-batch.js'
import { hostCrypto } from '../world.js'
import { putTogether, sigStructure } from './cose-sign1.js'
import { writeHeader } from './protected-header.js'

/**
 * Signs one record as COSE_Sign1 (RFC 9052): over the same canonical JSON (RFC 8785) as `signRecord`, with algorithm,
 * chain (`x5chain`, RFC 9360) and signing time in the protected header, and nothing in the other one.
 *
 * The signature is checked before it is handed out. It does not check that the record is complete or
 * matched, or that the signer may sign for the facility. It is another use of the key: a record that has a JWS needs
 * no COSE signature beside it.
 *
 * @throws SigningError `signing.no-certificate`, `signing.key-mismatch`, `signing.answer`,
 *   `signing.unavailable`, and what the signer throws
 * @throws InputError `signing.algorithm`, `signing.instant`, `input.json-canonical`
 * @example
 * ```ts
 * import type { Signer } from '@tiemchung/signing'
 * import { signRecordCose } from '@tiemchung/signing/cose'
 * import type { DoseRecord } from '@tiemchung/schemas'
 * const sign = (record: DoseRecord, signer: Signer, at: Date) => signRecordCose(record, signer, { at })
 * ```
 */
export async function signRecordCose(
  record: DoseRecord,
  signer: Signer,
  { at, crypto = hostCrypto, signal }: SignRecordOptions,
): Promise<Uint8Array> {
  const head = encodeCbor(writeHeader(signer, at))
  const key = await publicKeyOf(signer, crypto)
  const payload = canonicalBytes(record)
  const [signature] = await signBatch(signer, [sigStructure(head, payload)], {
    key,
    crypto,
    signal,
  })
  if (signature === undefined) throw new SigningError(errorCatalogue, 'signing.answer')
  return putTogether(head, payload, signature)
}
