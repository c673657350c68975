/** What may be remembered from one query to the next: facts that no clock and no policy changes. */
import { concatBytes, equalBytes } from '@tiemchung/core'
import type { CryptoProvider, MaybePromise, PublicKey } from '@tiemchung/core/crypto'
import { RecentNames } from '../certificate/name.js'
import { type Certificate, readCertificateBy } from '../certificate/read-certificate.js'
import { octetAt } from '../der/octet.js'
import type { AlgorithmPolicy } from '../signature/algorithm-policy.js'
import { QueryMemory, type SignatureMemory } from '../signature/signature-memory.js'
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

/**
 * How many certificates with one tail are remembered. The tail of a signature is as good as random; only
 * certificates made to collide share one, and those are read each time.
 */
const mostWithTail = 4

/** The last four octets as a number: those of the signature, in a sound certificate. */
function tailOf(bytes: Uint8Array): number {
  let tail = bytes.length
  for (let at = Math.max(0, bytes.length - 4); at < bytes.length; at += 1) {
    tail = (tail << 8) ^ octetAt(bytes, at)
  }
  return tail
}

/** A memory for one query that also keeps what it learns of the issuers in a longer one. */
class LayeredMemory implements SignatureMemory {
  #own: QueryMemory | undefined
  readonly #issuers: ReadonlySet<object>
  readonly #longer: SignatureMemory

  constructor(issuers: ReadonlySet<object>, longer: SignatureMemory) {
    this.#issuers = issuers
    this.#longer = longer
  }

  keyOf(holder: KeyHolder): MaybePromise<PublicKey | undefined> {
    return this.#of(holder).keyOf(holder)
  }

  keepKey(holder: KeyHolder, key: MaybePromise<PublicKey | undefined>): void {
    this.#of(holder).keepKey(holder, key)
  }

  holds(signed: Signed, holder: KeyHolder): boolean {
    return this.#of(signed).holds(signed, holder)
  }

  keep(signed: Signed, holder: KeyHolder): void {
    const memory = this.#issuers.has(holder) ? this.#of(signed) : this.#ownMemory()
    memory.keep(signed, holder)
  }

  #of(thing: KeyHolder | Signed): SignatureMemory {
    return this.#issuers.has(thing) ? this.#longer : this.#ownMemory()
  }

  #ownMemory(): QueryMemory {
    this.#own ??= new QueryMemory()
    return this.#own
  }
}

/** The cache as `verifyPath` uses it. When it is full, it starts afresh. */
export class IssuerMemory implements IssuerCache {
  readonly #most: number
  #byTail = new Map<number, Certificate[]>()
  #issuers = new Set<Certificate>()
  #names = new RecentNames()
  /** By provider, and no longer than it lives: one may be made for every query. */
  #signatures = new WeakMap<CryptoProvider, Map<string, SignatureMemory>>()

  constructor(most: number) {
    this.#most = most
  }

  get size(): number {
    return this.#issuers.size
  }

  clear(): void {
    this.#byTail = new Map()
    this.#issuers = new Set()
    this.#names = new RecentNames()
    this.#signatures = new WeakMap()
  }

  /**
   * The certificate of these bytes, read once.
   *
   * @throws ParseError as `readCertificate` does
   */
  read(der: Uint8Array): Certificate {
    if (der.length > largestKept) return this.readOnce(der)
    const tail = tailOf(der)
    const alike = this.#byTail.get(tail) ?? []
    const known = alike.find((certificate) => equalBytes(certificate.der, der))
    if (known !== undefined) return known
    // A copy, which `slice` of a Buffer is not: the caller may change its bytes, and a fact is about those
    // that were read.
    const fresh = readCertificateBy(concatBytes(der), this.#names.read)
    if (alike.length === mostWithTail) return fresh
    if (this.#issuers.size >= this.#most) this.clear()
    this.#byTail.set(tail, [...(this.#byTail.get(tail) ?? []), fresh])
    this.#issuers.add(fresh)
    this.#names.keep(fresh.subject)
    return fresh
  }

  /**
   * The certificate of these bytes, which are not remembered: a leaf.
   *
   * @throws ParseError as `readCertificate` does
   */
  readOnce(der: Uint8Array): Certificate {
    return readCertificateBy(der, this.#names.read)
  }

  /** Keys and signatures as one provider knows them under one policy, for one query. */
  signaturesOf(crypto: CryptoProvider, { hashes, leastRsaBits }: AlgorithmPolicy): SignatureMemory {
    const ofProvider = this.#signatures.get(crypto) ?? new Map<string, SignatureMemory>()
    const rule = `${hashes.join()} ${leastRsaBits}`
    const known = ofProvider.get(rule)
    if (known !== undefined) return new LayeredMemory(this.#issuers, known)
    const longer = new QueryMemory()
    this.#signatures.set(crypto, ofProvider.set(rule, longer))
    return new LayeredMemory(this.#issuers, longer)
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
