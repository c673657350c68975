import { InputError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { systemWorld } from './world.js'

/** Keys that certificates are made for and signed with. */
export type KeyAlgorithm = 'ES256' | 'ES384' | 'ES512' | 'PS256' | 'RS256' | 'EdDSA'

/** A pair of keys of the host's WebCrypto. */
export interface KeyPair {
  readonly algorithm: KeyAlgorithm
  readonly publicKey: CryptoKey
  readonly privateKey: CryptoKey
}

/** How a key is made. */
export interface KeyOptions {
  /** Whether the private key can be read out. Default false. */
  readonly extractable?: boolean
  /** RSA only; default 3072, at least 2048. */
  readonly modulusLength?: number
  readonly crypto?: Crypto
}

const ec = (namedCurve: string, hash: string) => ({ name: 'ECDSA', namedCurve, hash })
const publicExponent = new Uint8Array([1, 0, 1])

/** Parameters of WebCrypto for each algorithm: to make a key, and to sign with it. */
export function keyParameters(algorithm: KeyAlgorithm, modulusLength = 3072): EcKeyGenParams {
  const rsa = (name: string) =>
    ({ name, hash: 'SHA-256', modulusLength, publicExponent }) as unknown as EcKeyGenParams
  const table: Readonly<Record<KeyAlgorithm, EcKeyGenParams>> = {
    ES256: ec('P-256', 'SHA-256'),
    ES384: ec('P-384', 'SHA-384'),
    ES512: ec('P-521', 'SHA-512'),
    PS256: { ...rsa('RSA-PSS'), saltLength: 32 } as EcKeyGenParams,
    RS256: rsa('RSASSA-PKCS1-v1_5'),
    EdDSA: { name: 'Ed25519' } as EcKeyGenParams,
  }
  return table[algorithm]
}

/**
 * A new pair of keys from the host's WebCrypto.
 *
 * @throws InputError `x509.ca.key` for RSA below 2048 bits
 */
export async function generateSigningKey(
  algorithm: KeyAlgorithm,
  options: KeyOptions = {},
): Promise<KeyPair> {
  const { modulusLength = 3072, extractable = false } = options
  if (modulusLength < 2048) throw new InputError(errorCatalogue, 'x509.ca.key')
  const crypto = options.crypto ?? systemWorld().crypto
  const parameters = keyParameters(algorithm, modulusLength)
  const pair = (await crypto.subtle.generateKey(parameters, extractable, [
    'sign',
    'verify',
  ])) as CryptoKeyPair
  return { algorithm, publicKey: pair.publicKey, privateKey: pair.privateKey }
}

/** PKCS#8 in DER of an extractable private key. */
export async function exportPrivateKey(
  pair: KeyPair,
  crypto: Crypto = systemWorld().crypto,
): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))
}

/** The pair behind a PKCS#8 private key and a SubjectPublicKeyInfo, both in DER. */
export async function importKeyPair(
  algorithm: KeyAlgorithm,
  pkcs8: Uint8Array,
  spki: Uint8Array,
  crypto: Crypto = systemWorld().crypto,
): Promise<KeyPair> {
  const parameters = keyParameters(algorithm)
  const bytes = (value: Uint8Array) => value.slice()
  return {
    algorithm,
    privateKey: await crypto.subtle.importKey('pkcs8', bytes(pkcs8), parameters, false, ['sign']),
    publicKey: await crypto.subtle.importKey('spki', bytes(spki), parameters, true, ['verify']),
  }
}
