/** The lists at hand, by issuer, each scanned once for each certificate however often it is asked. */
import type { Certificate } from '../certificate/read-certificate.js'
import { readable } from '../readable.js'
import type { RevocationList } from './read-crl.js'
import type { RevokedEntry } from './read-entry.js'
import { findRevoked } from './scan-entries.js'

/** What a list says of a certificate. */
export type Entry = RevokedEntry | 'absent' | 'unusable' | 'malformed'

/** Revocation lists, ready to be asked. */
export class ListIndex {
  readonly #byIssuer = new Map<string, RevocationList[]>()
  readonly #answers = new Map<RevocationList, Map<string, Entry>>()

  constructor(lists: readonly RevocationList[]) {
    for (const list of lists) {
      const known = this.#byIssuer.get(list.issuer.key)
      if (known === undefined) this.#byIssuer.set(list.issuer.key, [list])
      else known.push(list)
    }
  }

  /** The lists whose issuer has this name (its comparison key). */
  issuedBy(key: string): readonly RevocationList[] {
    return this.#byIssuer.get(key) ?? []
  }

  /** What a list says of a certificate. */
  ask(list: RevocationList, { serialNumber, issuer }: Certificate): Entry {
    const answers = this.#answers.get(list) ?? new Map<string, Entry>()
    this.#answers.set(list, answers)
    const question = `${serialNumber} ${issuer.key}`
    const known = answers.get(question)
    if (known !== undefined) return known
    const fresh = readable(() => findRevoked(list, serialNumber, issuer)) ?? 'malformed'
    answers.set(question, fresh)
    return fresh
  }
}
