import { InputError, SigningError, toBase64Url, utf8 } from '@tiemchung/core'
import { type CryptoProvider, type Signer, schemeOf } from '@tiemchung/core/crypto'
import { signedErrors } from '../errors/signed-errors.js'
import { systemCrypto } from '../world.js'
import { pinOf } from './pin.js'
import { algorithmOfKey, type DocumentType, writeHeader } from './protected-header.js'
import { membersOf, readStrictJson } from './strict-json.js'

/** How a document is signed. */
export interface SignDocumentOptions {
  /** What the document is, such as `tiemchung.trust-list+jws`. */
  readonly type: DocumentType
  /** ES256 with P-256, or PS256 with RSA of 2048 bits and more. */
  readonly signer: Signer
  /** The signer's public key as SubjectPublicKeyInfo in DER: those who pin it can open the document. */
  readonly publicKey: Uint8Array
  /** Default: the host's. */
  readonly crypto?: CryptoProvider
}

function refuse(code: keyof typeof signedErrors): never {
  throw new InputError(signedErrors, code)
}

function checkDocument(document: Uint8Array): void {
  const json = readStrictJson(document)
  const sound = 'value' in json && membersOf(json.value) !== undefined
  if (!sound) refuse('certificate-signed.document')
}

/**
 * A document, signed over its exact bytes: flattened JWS JSON (RFC 7515 section 7.2.2), as bytes of a file.
 *
 * The header has the algorithm, the pin of the key, and the type, so that a list of one kind is never
 * taken for another. The signature is checked under the public key before it leaves. What the document
 * says is not looked at: parse it first.
 *
 * @throws InputError `certificate-signed.type`, `.document`, `.key`, `.algorithm`
 * @throws ParseError `crypto.key`
 * @throws SigningError `certificate-signed.signature`, and whatever the signer fails with
 * @example
 * ```ts
 * import { canonicalBytes } from '@tiemchung/core'
 * import type { Signer } from '@tiemchung/core/crypto'
 * import { signDocument } from '@tiemchung/certificates/signed'
 * const publish = (list: object, signer: Signer, publicKey: Uint8Array) =>
 *   signDocument(canonicalBytes(list), { type: 'tiemchung.trust-list+jws', signer, publicKey })
 * ```
 */
export async function signDocument(
  document: Uint8Array,
  options: SignDocumentOptions,
): Promise<Uint8Array> {
  const { type, signer, publicKey, crypto = systemCrypto } = options
  if (!/^tiemchung\.[a-z0-9]+(?:-[a-z0-9]+)*\+jws$/.test(type)) refuse('certificate-signed.type')
  checkDocument(document)
  const algorithm = algorithmOfKey(publicKey) ?? refuse('certificate-signed.key')
  if (signer.algorithm !== algorithm) refuse('certificate-signed.algorithm')
  const header = writeHeader({ alg: algorithm, kid: await pinOf(publicKey, crypto), typ: type })
  const [head, payload] = [toBase64Url(header), toBase64Url(document)]
  const input = utf8(`${head}.${payload}`)
  const signature = await signer.sign(input)
  const key = await crypto.importPublicKey(publicKey)
  if (!(await crypto.verify(schemeOf[algorithm], key, signature, input))) {
    throw new SigningError(signedErrors, 'certificate-signed.signature')
  }
  return utf8(JSON.stringify({ payload, protected: head, signature: toBase64Url(signature) }))
}
