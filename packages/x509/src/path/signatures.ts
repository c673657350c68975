/** Signatures: the one place where the answer of a crypto provider becomes a check. */
import { failed, isSdkError, passed, unknown } from '@tiemchung/core'
import {
  type CryptoProvider,
  type KeyKind,
  keyKindOf,
  type PublicKey,
  type SignatureScheme,
} from '@tiemchung/core/crypto'
import { type AlgorithmIdentifier, schemeOfAlgorithm } from '../certificate/algorithm.js'
import { ecdsaSignatureToRaw } from '../certificate/ecdsa-signature.js'
import { inside, onlyElement } from '../der/cursor.js'
import { readOctetAlignedBits, readUnsigned, tags } from '../der/values.js'
import { citations, type PathCheck } from './path-report.js'

/** Anything signed: a certificate or a revocation list. */
export interface Signed {
  readonly tbs: Uint8Array
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
}

/** Anything that has a public key: a certificate, or a request for one. */
export interface KeyHolder {
  /** SubjectPublicKeyInfo in DER. */
  readonly spki: Uint8Array
}

/** Runs a reader and gives undefined for what is malformed. */
export function readable<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch (caught) {
    if (isSdkError(caught)) return undefined
    throw caught
  }
}

/** The allowed scheme of an algorithm; undefined also when its parameters are malformed. */
export function allowedScheme(algorithm: AlgorithmIdentifier): SignatureScheme | undefined {
  return readable(() => schemeOfAlgorithm(algorithm))
}

const leastModulusBits = 2048
/** A cap on work: verification time grows with the square of the modulus. */
const mostModulusBits = 16_384
const longestExponent = 8

/** A public exponent that is odd, above one and short. */
function soundExponent(spki: Uint8Array): boolean {
  const info = inside(onlyElement(spki, tags.sequence, spki.length))
  info.read(tags.sequence)
  const key = readOctetAlignedBits(info.read(tags.bitString))
  const numbers = inside(onlyElement(key, tags.sequence, key.length))
  numbers.read(tags.integer)
  const exponent = readUnsigned(numbers.read(tags.integer))
  const last = exponent[exponent.length - 1] ?? 0
  return exponent.length <= longestExponent && last % 2 === 1 && (exponent.length > 1 || last > 1)
}

/** Why a public key is not on the allow-list, or undefined when it is. */
export function keyRefusal(spki: Uint8Array): string | undefined {
  const kind: KeyKind | undefined = readable(() => keyKindOf(spki))
  if (kind === undefined) return 'key-not-allowed'
  if (kind.type !== 'rsa') return undefined
  if (kind.modulusBits < leastModulusBits) return 'key-too-short'
  if (kind.modulusBits > mostModulusBits) return 'key-too-long'
  return readable(() => soundExponent(spki)) === true ? undefined : 'key-exponent'
}

function rawSignature(signed: Signed, kind: KeyKind): Uint8Array | undefined {
  if (kind.type !== 'ec') return signed.signature
  return readable(() => ecdsaSignatureToRaw(signed.signature, kind.curve))
}

/** Checks signatures once each, imports keys once each, and stops at its budget. */
export class SignatureJudge {
  readonly #crypto: CryptoProvider
  readonly #budget: number
  readonly #keys = new Map<KeyHolder, Promise<PublicKey | undefined>>()
  readonly #answers = new Map<Signed, Map<KeyHolder, Promise<PathCheck>>>()
  #spent = 0

  constructor(crypto: CryptoProvider, budget: number) {
    this.#crypto = crypto
    this.#budget = budget
  }

  /** Signatures checked so far. */
  get spent(): number {
    return this.#spent
  }

  /** Whether a signature was left unchecked for want of budget. */
  get exhausted(): boolean {
    return this.#spent >= this.#budget
  }

  /** `path.signature`: is this signed by the key of that certificate? */
  check(signed: Signed, issuer: KeyHolder): Promise<PathCheck> {
    const answers = this.#answers.get(signed) ?? new Map<KeyHolder, Promise<PathCheck>>()
    this.#answers.set(signed, answers)
    const known = answers.get(issuer)
    if (known !== undefined) return known
    const fresh = this.#judge(signed, issuer)
    answers.set(issuer, fresh)
    return fresh
  }

  async #judge(signed: Signed, issuer: KeyHolder): Promise<PathCheck> {
    const details = { cite: citations['path.signature'] }
    const scheme = allowedScheme(signed.signatureAlgorithm)
    if (scheme === undefined) return failed('path.signature', 'algorithm-not-allowed', details)
    const key = keyRefusal(issuer.spki) === undefined ? await this.#keyOf(issuer) : undefined
    if (key === undefined) return failed('path.signature', 'key-not-allowed', details)
    const signature = rawSignature(signed, key.kind)
    if (signature === undefined) return failed('path.signature', 'signature-encoding', details)
    if (this.exhausted) return unknown('path.signature', 'budget-exhausted', details)
    this.#spent += 1
    const holds = await this.#crypto.verify(scheme, key, signature, signed.tbs)
    return holds === true
      ? passed('path.signature', details)
      : failed('path.signature', 'signature-mismatch', details)
  }

  #keyOf(issuer: KeyHolder): Promise<PublicKey | undefined> {
    const known = this.#keys.get(issuer)
    if (known !== undefined) return known
    const fresh = this.#import(issuer.spki)
    this.#keys.set(issuer, fresh)
    return fresh
  }

  async #import(spki: Uint8Array): Promise<PublicKey | undefined> {
    try {
      return await this.#crypto.importPublicKey(spki)
    } catch (caught) {
      if (isSdkError(caught)) return undefined
      throw caught
    }
  }
}
