import { SigningError, utf8 } from '@tiemchung/core'
import {
  type CryptoProvider,
  type SignatureAlgorithm,
  type Signer,
  schemeOf,
} from '@tiemchung/core/crypto'
import { readCertificate } from '@tiemchung/x509'
import { errorCatalogue } from '../errors.js'
import { type SigningSubtle, systemWorld } from '../world.js'

/** A key in this process and the chain that speaks for it. */
export interface SoftwareSignerOptions {
  /** PKCS#8 in DER, or a WebCrypto key that may sign. */
  readonly privateKey: { readonly pkcs8: Uint8Array } | { readonly key: unknown }
  readonly algorithm: SignatureAlgorithm
  /** Certificates in DER, the signer's own first; empty for a bare key. */
  readonly chain: readonly Uint8Array[]
  readonly crypto?: CryptoProvider
  readonly subtle?: SigningSubtle
}

const curves = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' } as const

function importParameters(algorithm: SignatureAlgorithm): object {
  const scheme = schemeOf[algorithm]
  if (scheme.name === 'ECDSA') {
    return { name: 'ECDSA', namedCurve: curves[algorithm as keyof typeof curves] }
  }
  return scheme.name === 'Ed25519' ? { name: 'Ed25519' } : { name: scheme.name, hash: scheme.hash }
}

/** Signs and verifies a test text with the certificate's key, so that a key of another certificate is found now. */
async function checkFits(signer: Signer, crypto: CryptoProvider): Promise<void> {
  const [own] = signer.chain
  if (own === undefined) return
  const probe = utf8('tiemchung: does this key belong to this certificate?')
  const key = await crypto.importPublicKey(readCertificate(own).spki)
  const fits = await crypto.verify(schemeOf[signer.algorithm], key, await signer.sign(probe), probe)
  if (!fits) throw new SigningError(errorCatalogue, 'signing.key-mismatch')
}

/**
 * A signer whose key is in this process, imported so that it cannot be read out again.
 *
 * Use it for tests, for servers that guard their memory, and where no token is at hand; a facility's
 * key belongs into a token or with a provider.
 *
 * @throws SigningError `signing.key` when the key cannot be used, `signing.key-mismatch` when the first
 *   certificate of the chain is not for this key
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
  const { algorithm, chain, privateKey } = options
  const world = systemWorld()
  const subtle = options.subtle ?? world.subtle
  const key = await openKey(subtle, privateKey, algorithm)
  const scheme = schemeOf[algorithm]
  const sign = async (data: Uint8Array) => {
    try {
      return new Uint8Array(await subtle.sign(scheme, key, data))
    } catch (cause) {
      throw new SigningError(errorCatalogue, 'signing.key', { cause })
    }
  }
  const signer: Signer = {
    algorithm,
    chain: [...chain],
    sign,
    signMany: (data) => Promise.all(data.map(sign)),
  }
  await checkFits(signer, options.crypto ?? world.crypto)
  return signer
}

async function openKey(
  subtle: SigningSubtle,
  privateKey: SoftwareSignerOptions['privateKey'],
  algorithm: SignatureAlgorithm,
): Promise<unknown> {
  if ('key' in privateKey) return privateKey.key
  try {
    const parameters = importParameters(algorithm)
    return await subtle.importKey('pkcs8', privateKey.pkcs8, parameters, false, ['sign'])
  } catch (cause) {
    throw new SigningError(errorCatalogue, 'signing.key', { cause })
  }
}
