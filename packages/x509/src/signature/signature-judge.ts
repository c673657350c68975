/** Signatures: the one place where the answer of a crypto provider becomes a word. */
import { isSdkError } from '@tiemchung/core'
import type { CryptoProvider, KeyKind, PublicKey } from '@tiemchung/core/crypto'
import type { AlgorithmIdentifier } from '../certificate/algorithm.js'
import { readable } from '../readable.js'
import { allowedScheme, keyRefusal } from './allow-list.js'
import { ecdsaSignatureToRaw } from './ecdsa-signature.js'

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

/** Whether something is signed by a key: it holds, or why not; `budget-exhausted` says neither. */
export type SignatureOutcome =
  | 'holds'
  | 'algorithm-not-allowed'
  | 'key-not-allowed'
  | 'signature-encoding'
  | 'signature-mismatch'
  | 'budget-exhausted'

function rawSignature(signed: Signed, kind: KeyKind): Uint8Array | undefined {
  if (kind.type !== 'ec') return signed.signature
  return readable(() => ecdsaSignatureToRaw(signed.signature, kind.curve))
}

/** Checks signatures once each, imports keys once each, and stops at its budget. */
export class SignatureJudge {
  readonly #crypto: CryptoProvider
  readonly #budget: number
  readonly #keys = new Map<KeyHolder, Promise<PublicKey | undefined>>()
  readonly #answers = new Map<Signed, Map<KeyHolder, Promise<SignatureOutcome>>>()
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

  /** Is this signed by that key? */
  judge(signed: Signed, issuer: KeyHolder): Promise<SignatureOutcome> {
    const answers = this.#answers.get(signed) ?? new Map<KeyHolder, Promise<SignatureOutcome>>()
    this.#answers.set(signed, answers)
    const known = answers.get(issuer)
    if (known !== undefined) return known
    const fresh = this.#outcome(signed, issuer)
    answers.set(issuer, fresh)
    return fresh
  }

  async #outcome(signed: Signed, issuer: KeyHolder): Promise<SignatureOutcome> {
    const scheme = allowedScheme(signed.signatureAlgorithm)
    if (scheme === undefined) return 'algorithm-not-allowed'
    const key = keyRefusal(issuer.spki) === undefined ? await this.#keyOf(issuer) : undefined
    if (key === undefined) return 'key-not-allowed'
    const signature = rawSignature(signed, key.kind)
    if (signature === undefined) return 'signature-encoding'
    if (this.exhausted) return 'budget-exhausted'
    this.#spent += 1
    const holds = await this.#crypto.verify(scheme, key, signature, signed.tbs)
    return holds === true ? 'holds' : 'signature-mismatch'
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
