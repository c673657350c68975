/** Signatures: the one place where the answer of a crypto provider becomes a word. */
import {
  after,
  type CryptoProvider,
  type HashName,
  type KeyKind,
  type MaybePromise,
  type PublicKey,
  type SignatureScheme,
} from '@tiemchung/core/crypto'
import type { AlgorithmIdentifier } from '../certificate/algorithm.js'
import { codeOf, readable } from '../readable.js'
import { type AlgorithmPolicy, modernAlgorithms } from './algorithm-policy.js'
import { allowedScheme, keyRefusal } from './allow-list.js'
import { ecdsaSignatureToRaw } from './ecdsa-signature.js'
import { QueryMemory, type SignatureMemory } from './signature-memory.js'
import type { KeyHolder, Signed } from './signed.js'

/** Whether something is signed by a key: it holds, or why not; `budget-exhausted` says neither. */
export type SignatureOutcome =
  | 'holds'
  | 'algorithm-not-allowed'
  | 'key-not-allowed'
  | 'signature-encoding'
  | 'signature-mismatch'
  | 'budget-exhausted'

/** Which scheme an algorithm stands for; undefined when it is not allowed. */
export type SchemeRule = (algorithm: AlgorithmIdentifier) => SignatureScheme | undefined

function rawSignature(signed: Signed, kind: KeyKind): Uint8Array | undefined {
  if (kind.type !== 'ec') return signed.signature
  return readable(() => ecdsaSignatureToRaw(signed.signature, kind.curve))
}

/** What cannot be imported is no key. */
function noKey(caught: unknown): undefined {
  codeOf(caught)
  return undefined
}

/** Checks signatures once each, imports keys once each, and stops at its budget. */
export class SignatureJudge {
  /** Which signatures and keys it believes. */
  readonly algorithms: AlgorithmPolicy
  readonly #crypto: CryptoProvider
  readonly #budget: number
  readonly #memory: SignatureMemory
  /** What did not hold, by what it was. */
  #refused: Map<Signed, { issuer: KeyHolder; outcome: SignatureOutcome }[]> | undefined
  #spent = 0

  /** `memory` may be one that outlives the judge, for as long as its algorithms are the same. */
  constructor(
    crypto: CryptoProvider,
    budget: number,
    algorithms: AlgorithmPolicy = modernAlgorithms,
    memory: SignatureMemory = new QueryMemory(),
  ) {
    this.algorithms = algorithms
    this.#crypto = crypto
    this.#budget = budget
    this.#memory = memory
  }

  /** Signatures checked so far. */
  get spent(): number {
    return this.#spent
  }

  /** Whether a signature was left unchecked for want of budget. */
  get exhausted(): boolean {
    return this.#spent >= this.#budget
  }

  /** A digest by the same provider. */
  async digest(hash: HashName, data: Uint8Array): Promise<Uint8Array> {
    return await this.#crypto.digest(hash, data)
  }

  /**
   * Is this signed by that key? What was found is remembered by what was read, not by the rule: ask of
   * one thing by one rule only.
   */
  judge(
    signed: Signed,
    issuer: KeyHolder,
    schemeBy: SchemeRule = (algorithm) => allowedScheme(algorithm, this.algorithms),
  ): MaybePromise<SignatureOutcome> {
    if (this.#memory.holds(signed, issuer)) return 'holds'
    const refused = this.#refused?.get(signed)?.find((one) => one.issuer === issuer)
    return refused?.outcome ?? this.#find(signed, issuer, schemeBy)
  }

  #find(signed: Signed, issuer: KeyHolder, schemeBy: SchemeRule): MaybePromise<SignatureOutcome> {
    return after(this.#outcome(signed, issuer, schemeBy), (outcome) => {
      if (outcome === 'holds') this.#memory.keep(signed, issuer)
      else this.#keepRefusal(signed, issuer, outcome)
      return outcome
    })
  }

  #keepRefusal(signed: Signed, issuer: KeyHolder, outcome: SignatureOutcome): void {
    this.#refused ??= new Map()
    const known = this.#refused.get(signed)
    if (known === undefined) this.#refused.set(signed, [{ issuer, outcome }])
    else known.push({ issuer, outcome })
  }

  #outcome(
    signed: Signed,
    issuer: KeyHolder,
    schemeBy: SchemeRule,
  ): MaybePromise<SignatureOutcome> {
    const scheme = schemeBy(signed.signatureAlgorithm)
    if (scheme === undefined) return 'algorithm-not-allowed'
    return after(this.#keyOf(issuer), (key) =>
      key === undefined ? 'key-not-allowed' : this.#check(signed, key, scheme),
    )
  }

  #check(signed: Signed, key: PublicKey, scheme: SignatureScheme): MaybePromise<SignatureOutcome> {
    const signature = rawSignature(signed, key.kind)
    if (signature === undefined) return 'signature-encoding'
    if (this.exhausted) return 'budget-exhausted'
    this.#spent += 1
    return after(this.#crypto.verify(scheme, key, signature, signed.tbs), (holds) =>
      holds === true ? 'holds' : 'signature-mismatch',
    )
  }

  #keyOf(issuer: KeyHolder): MaybePromise<PublicKey | undefined> {
    const known = this.#memory.keyOf(issuer)
    if (known !== undefined) return known
    const fresh = this.#load(issuer.spki)
    this.#memory.keepKey(issuer, fresh)
    return fresh
  }

  #load(spki: Uint8Array): MaybePromise<PublicKey | undefined> {
    if (keyRefusal(spki, this.algorithms) !== undefined) return undefined
    try {
      const key = this.#crypto.importPublicKey(spki)
      return 'kind' in key ? key : key.catch(noKey)
    } catch (caught) {
      return noKey(caught)
    }
  }
}
