import { SigningError } from '@tiemchung/core'
import { type SignatureAlgorithm, schemeOf } from '@tiemchung/core/crypto'
import { errorCatalogue } from './errors.js'
import { privateKeysOf, type StoredKey } from './objects.js'
import type { Opened } from './session.js'

/** How a key is made. */
export interface GenerateKeyOptions {
  /** What it will sign with: ES256, ES384, ES512, or an algorithm of RSA. */
  readonly algorithm: Exclude<SignatureAlgorithm, 'EdDSA'>
  /** What it is called in the token; no other private key there may be called so. */
  readonly label: string
  /** RSA only; default 3072, at least 2048. */
  readonly modulusLength?: number
}

/** A new key's name, and its public half in DER. */
export interface GeneratedKey extends StoredKey {
  readonly spki: Uint8Array
}

const curves: Readonly<Record<string, string>> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' }
const publicExponent = new Uint8Array([1, 0, 1])
const leastModulus = 2048

function parametersOf({ algorithm, label, modulusLength = 3072 }: GenerateKeyOptions): object {
  const there = { token: true, sensitive: true, label }
  const namedCurve = curves[algorithm]
  if (namedCurve !== undefined) return { name: 'ECDSA', namedCurve, ...there }
  const { name, hash } = schemeOf[algorithm] as { readonly name: string; readonly hash: string }
  const bits = Math.max(modulusLength, leastModulus)
  return { name, hash, modulusLength: bits, publicExponent, ...there }
}

/**
 * Makes a key inside the token, sensitive and not extractable: it never leaves it.
 *
 * @throws SigningError `signing.token-label`, `signing.key` when the token cannot make such keys
 */
export async function generateKey(
  opened: Opened,
  options: GenerateKeyOptions,
): Promise<GeneratedKey> {
  const { label } = options
  if (privateKeysOf(opened).some((one) => one.label === label)) {
    throw new SigningError(errorCatalogue, 'signing.token-label')
  }
  const { subtle } = opened.crypto
  const made = await subtle.generateKey(parametersOf(options), false, ['sign', 'verify'])
  const id = made.privateKey.id.split('-').at(-1) ?? ''
  return { id, label, spki: new Uint8Array(await subtle.exportKey('spki', made.publicKey)) }
}
