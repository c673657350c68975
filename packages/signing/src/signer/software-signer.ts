import { openPkcs8 } from '#pkcs8'
import { isSdkError, SigningError, utf8 } from '@tiemchung/core'
import {
  type CryptoProvider,
  type MaybePromise,
  type SignatureAlgorithm,
  type Signer,
  type SignOptions,
  schemeOf,
} from '@tiemchung/core/crypto'
import { errorCatalogue } from '../errors.js'
import { hostCrypto, hostSubtle, type SigningSubtle } from '../world.js'
import { readChainFile, readKeyFile } from './read-files.js'
import { publicKeyOf } from './sign-batch.js'
import { importPkcs8, type SigningKey, subtleKey } from './signing-key.js'

/** A key in this process and the chain that speaks for it. */
export interface SoftwareSignerOptions {
  /**
   * PKCS#8 in DER; PKCS#8 in PEM, encrypted or not; or a WebCrypto key that may sign, whether it can be read
   * out or not. The password is asked for once, and only when the PEM is encrypted.
   */
  readonly privateKey:
    | { readonly pkcs8: Uint8Array }
    | { readonly pkcs8Pem: string; readonly password?: () => MaybePromise<string> }
    | { readonly key: unknown }
  readonly algorithm: SignatureAlgorithm
  /** Certificates in DER or as one PEM text, the signer's own first; empty for a bare key. */
  readonly chain: readonly Uint8Array[] | string
  /** Hashing and checking. Default: the host's. */
  readonly crypto?: CryptoProvider
  /** The WebCrypto that holds the key. Default: the host's crypto, in Node its own. */
  readonly subtle?: SigningSubtle
}

async function openBytes(
  pkcs8: Uint8Array,
  { algorithm, subtle }: SoftwareSignerOptions,
): Promise<SigningKey> {
  try {
    return await (subtle === undefined
      ? openPkcs8(pkcs8, algorithm)
      : importPkcs8(subtle, pkcs8, algorithm))
  } catch (caught) {
    throw isSdkError(caught) ? caught : new SigningError(errorCatalogue, 'signing.key')
  }
}

async function openKey(options: SoftwareSignerOptions): Promise<SigningKey> {
  const { privateKey, algorithm, subtle } = options
  if ('key' in privateKey) return subtleKey(subtle ?? hostSubtle(), privateKey.key, algorithm)
  if ('pkcs8' in privateKey) return openBytes(privateKey.pkcs8, options)
  const pkcs8 = await readKeyFile(privateKey.pkcs8Pem, privateKey.password)
  try {
    return await openBytes(pkcs8, options)
  } finally {
    pkcs8.fill(0)
  }
}

const probe = utf8('tiemchung: does this key belong to this certificate?')

/** Signs and verifies a text with the certificate's key, so that a key of another certificate is found now. */
async function checkFits(signer: Signer, crypto: CryptoProvider): Promise<void> {
  const signature = await signer.sign(probe)
  if (signer.chain.length === 0) return
  const key = await publicKeyOf(signer, crypto)
  const fits = await crypto.verify(schemeOf[signer.algorithm], key, signature, probe)
  if (!fits) throw new SigningError(errorCatalogue, 'signing.key-mismatch')
}

/**
 * A signer whose key is in this process, where nothing but the signer reaches it; a WebCrypto is asked to
 * import PKCS#8 so that it cannot be read out again. The caller's own copy of the PKCS#8 is the caller's to
 * wipe.
 *
 * Use it for tests, for servers that guard their memory, and where no token is at hand; a facility's
 * key belongs into a token or with a provider. It does not look at the certificate's validity.
 *
 * @throws SigningError `signing.key` when the key cannot be used, `signing.key-file` when the PEM is not PKCS#8
 *   or is locked in another way than PBES2, `signing.password`, `signing.key-mismatch` when the first
 *   certificate of the chain is not for this key, `signing.rejected` when nobody gave a password,
 *   `signing.unavailable` without WebCrypto
 * @throws ParseError `parse.pem` for a chain that is not PEM
 * @example
 * ```ts
 * import { softwareSigner } from '@tiemchung/signing'
 * declare const pkcs8: Uint8Array
 * declare const certificate: Uint8Array
 * const signer = await softwareSigner({
 *   privateKey: { pkcs8 },
 *   algorithm: 'ES256',
 *   chain: [certificate],
 * })
 * const signature = await signer.sign(new Uint8Array([1, 2, 3]))
 * signature.length // => 64
 * ```
 */
export async function softwareSigner(options: SoftwareSignerOptions): Promise<Signer> {
  const { algorithm } = options
  const chain = typeof options.chain === 'string' ? readChainFile(options.chain) : options.chain
  const key = await openKey(options)
  const signing =
    (make: (data: Uint8Array) => MaybePromise<Uint8Array>) =>
    async (data: Uint8Array, { signal }: SignOptions = {}) => {
      if (signal?.aborted === true) throw new SigningError(errorCatalogue, 'signing.stopped')
      try {
        return await make(data)
      } catch {
        throw new SigningError(errorCatalogue, 'signing.key')
      }
    }
  const beside = signing(key.signBeside)
  const signer: Signer = {
    algorithm,
    chain: [...chain],
    sign: signing(key.sign),
    signMany: (data, many) => Promise.all(data.map((one) => beside(one, many))),
  }
  await checkFits(signer, options.crypto ?? hostCrypto)
  return signer
}
