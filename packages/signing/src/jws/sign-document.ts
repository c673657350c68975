import { canonicalJson, SigningError, toBase64Url, utf8 } from '@tiemchung/core'
import type { CryptoProvider, Signer } from '@tiemchung/core/crypto'
import { errorCatalogue } from '../errors.js'
import type { SignRecordOptions } from '../record/sign-records.js'
import { publicKeyOf, signBatch } from '../signer/sign-batch.js'
import { type SignedType, writeHeader } from './protected-header.js'

/**
 * A compact JWS over the canonical JSON of one document.
 *
 * @throws SigningError `signing.no-certificate`, `signing.key-mismatch`, `signing.answer`, and what the signer throws
 * @throws InputError `signing.algorithm`, `signing.instant`, `input.json-canonical`
 */
export async function signDocument(
  document: unknown,
  typ: SignedType,
  signer: Signer,
  { at, signal }: SignRecordOptions,
  crypto: CryptoProvider,
): Promise<string> {
  const header = await writeHeader(signer, typ, at, crypto)
  const input = [header, document].map((one) => toBase64Url(utf8(canonicalJson(one)))).join('.')
  const world = { key: await publicKeyOf(signer, crypto), crypto, signal }
  const [signature] = await signBatch(signer, [utf8(input)], world)
  if (signature === undefined) throw new SigningError(errorCatalogue, 'signing.answer')
  return `${input}.${toBase64Url(signature)}`
}
