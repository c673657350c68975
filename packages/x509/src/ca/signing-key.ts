import { InputError } from '@tiemchung/core'
import { type SignatureAlgorithm, type SignatureScheme, schemeOf } from '@tiemchung/core/crypto'
import { errorCatalogue } from './errors.js'
import { cryptoOf, keyOf } from './host.js'
import { type CryptoHost, type KeyHandle, systemWorld } from './world.js'

/** Keys that certificates are made for and signed with. */
export type KeyAlgorithm = SignatureAlgorithm

/** A pair of keys of the host's WebCrypto, and what they sign with. */
export interface KeyPair {
  readonly algorithm: KeyAlgorithm
  readonly publicKey: KeyHandle
  readonly privateKey: KeyHandle
}

/** How a key is made. */
export interface KeyOptions {
  /** Whether the private key can be read out. Default false. */
  readonly extractable?: boolean
  /** RSA only; default 3072, at least 2048. */
  readonly modulusLength?: number
  readonly crypto?: CryptoHost
}

const leastModulusLength = 2048
const publicExponent = new Uint8Array([1, 0, 1])
const curves: Partial<Record<KeyAlgorithm, string>> = {
  ES256: 'P-256',
  ES384: 'P-384',
  ES512: 'P-521',
}

/** How WebCrypto signs by an algorithm: the scheme itself is the parameter. */
export function signingParameters(algorithm: KeyAlgorithm): SignatureScheme {
  return schemeOf[algorithm]
}

/** How WebCrypto imports a key of an algorithm. */
function importParameters(algorithm: KeyAlgorithm): EcKeyImportParams | RsaHashedImportParams {
  const scheme = schemeOf[algorithm]
  const namedCurve = curves[algorithm]
  if (namedCurve !== undefined) return { name: 'ECDSA', namedCurve }
  return { name: scheme.name, hash: 'hash' in scheme ? scheme.hash : 'SHA-512' }
}

/**
 * A new pair of keys from the host's WebCrypto; the private key stays inside unless `extractable`.
 *
 * @throws InputError `x509.ca.key` for RSA below 2048 bits
 */
export async function generateSigningKey(
  algorithm: KeyAlgorithm,
  options: KeyOptions = {},
): Promise<KeyPair> {
  const { modulusLength = 3072, extractable = false } = options
  if (!(modulusLength >= leastModulusLength)) throw new InputError(errorCatalogue, 'x509.ca.key')
  const { subtle } = cryptoOf(options.crypto ?? systemWorld().crypto)
  const parameters = { ...importParameters(algorithm), modulusLength, publicExponent }
  const pair = await subtle.generateKey(parameters, extractable, ['sign', 'verify'])
  return { algorithm, publicKey: pair.publicKey, privateKey: pair.privateKey }
}

/** PKCS#8 in DER of an extractable private key. */
export async function exportPrivateKey(
  pair: KeyPair,
  crypto: CryptoHost = systemWorld().crypto,
): Promise<Uint8Array> {
  return new Uint8Array(await cryptoOf(crypto).subtle.exportKey('pkcs8', keyOf(pair.privateKey)))
}

/** The pair behind a PKCS#8 private key and a SubjectPublicKeyInfo, both in DER. */
export async function importKeyPair(
  algorithm: KeyAlgorithm,
  pkcs8: Uint8Array,
  spki: Uint8Array,
  crypto: CryptoHost = systemWorld().crypto,
): Promise<KeyPair> {
  const { subtle } = cryptoOf(crypto)
  const parameters = importParameters(algorithm)
  return {
    algorithm,
    privateKey: await subtle.importKey('pkcs8', pkcs8.slice(), parameters, false, ['sign']),
    publicKey: await subtle.importKey('spki', spki.slice(), parameters, true, ['verify']),
  }
}
