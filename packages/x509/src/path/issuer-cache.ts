/** What may be remembered from one query to the next: facts that no clock and no policy changes. */
import type { CryptoProvider } from '@tiemchung/core/crypto'
import { type Certificate, readCertificate } from '../certificate/read-certificate.js'
import type { AlgorithmPolicy } from '../signature/algorithm-policy.js'
import { queryMemory, type SignatureMemory } from '../signature/signature-memory.js'
import type { KeyHolder, Signed } from '../signature/signed.js'

/**
 * Issuers that were read, their imported keys, and which of them signed which: an object that the
 * caller owns and passes to `verifyPath` again and again.
 *
 * It holds facts about bytes, never a judgement: dates, names, limits and revocation are judged afresh
 * each time. What it knows of one crypto provider, or under one algorithm policy, is not used with another.
 */
export interface IssuerCache {
  /** Issuers that are remembered. */
  readonly size: number
  /** Forgets everything. */
  clear(): void
}

/** Larger certificates are read each time. */
const largestKept = 8192

/** The content of a byte string as a key. */
function contentKey(bytes: Uint8Array): string {
  return String.fromCharCode.apply(null, bytes as unknown as number[])
}

/** A memory for one query that also keeps what it learns of the issuers in a longer one. */
function layered(issuers: ReadonlySet<object>, longer: SignatureMemory): SignatureMemory {
  const own = queryMemory()
  const memoryOf = (thing: KeyHolder | Signed) => (issuers.has(thing) ? longer : own)
  return {
    keyOf: (holder) => memoryOf(holder).keyOf(holder),
    keepKey: (holder, key) => {
      memoryOf(holder).keepKey(holder, key)
    },
    holds: (signed, holder) => memoryOf(signed).holds(signed, holder),
    keep: (signed, holder) => {
      const memory = issuers.has(holder) ? memoryOf(signed) : own
      memory.keep(signed, holder)
    },
  }
}

/** The cache as `verifyPath` uses it. When it is full, it starts afresh. */
export class IssuerMemory implements IssuerCache {
  readonly #most: number
  #byContent = new Map<string, Certificate>()
  #issuers = new Set<Certificate>()
  #signatures = new Map<CryptoProvider, Map<string, SignatureMemory>>()

  constructor(most: number) {
    this.#most = most
  }

  get size(): number {
    return this.#issuers.size
  }

  clear(): void {
    this.#byContent = new Map()
    this.#issuers = new Set()
    this.#signatures = new Map()
  }

  /**
   * The certificate of these bytes, read once.
   *
   * @throws ParseError as `readCertificate` does
   */
  read(der: Uint8Array): Certificate {
    if (der.length > largestKept) return readCertificate(der)
    const key = contentKey(der)
    const known = this.#byContent.get(key)
    if (known !== undefined) return known
    // A copy: the caller may change its bytes, and a fact is about those that were read.
    const fresh = readCertificate(der.slice())
    if (this.#issuers.size >= this.#most) this.clear()
    this.#byContent.set(key, fresh)
    this.#issuers.add(fresh)
    return fresh
  }

  /** Keys and signatures as one provider knows them under one policy, for one query. */
  signaturesOf(crypto: CryptoProvider, { hashes, leastRsaBits }: AlgorithmPolicy): SignatureMemory {
    const ofProvider = this.#signatures.get(crypto) ?? new Map<string, SignatureMemory>()
    this.#signatures.set(crypto, ofProvider)
    const rule = `${hashes.join()} ${leastRsaBits}`
    const longer = ofProvider.get(rule) ?? queryMemory()
    ofProvider.set(rule, longer)
    return layered(this.#issuers, longer)
  }
}

/**
 * An empty cache of issuers. With it, the second certificate below the same authorities costs the check
 * of its own signature and little else.
 *
 * @param options.most How many issuers are remembered; when there are more, it starts afresh. Default
 *   1,000.
 * @example
 * ```ts
 * import { issuerCache, type PathQuery, verifyPath } from '@tiemchung/x509'
 * export function verifyAll(queries: readonly PathQuery[]) {
 *   const cache = issuerCache()
 *   return Promise.all(queries.map((query) => verifyPath({ ...query, cache })))
 * }
 * ```
 */
export function issuerCache(options: { readonly most?: number } = {}): IssuerCache {
  return new IssuerMemory(options.most ?? 1000)
}
