import { fromBase64, parseInstant, toHex } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { RevocationSource, RevocationStatus, RevocationSubject } from '../verify/index.js'
import { type RevocationHashType, revocationHash, revocationHashTypes } from './revocation-hash.js'
import {
  parseRevocationList,
  type RevocationListDocument,
  unknownKeyId,
} from './revocation-list.js'

/** A loaded list: look-ups cost one hash for each type that the list uses under the key. */
export interface RevocationList extends RevocationSource {
  readonly version: string
  readonly issuedAt: Date
  readonly nextUpdate: Date
}

type Index = ReadonlyMap<string, ReadonlySet<string>>

const place = (keyId: string, type: RevocationHashType) => `${keyId} ${type}`

function indexOf(document: RevocationListDocument): Index {
  const index = new Map<string, Set<string>>()
  for (const { keyId, hashType, hashes } of document.groups) {
    const id = keyId === unknownKeyId ? unknownKeyId : toHex(fromBase64(keyId))
    const known = index.get(place(id, hashType)) ?? new Set<string>()
    for (const hash of hashes) known.add(hash)
    index.set(place(id, hashType), known)
  }
  return index
}

async function isListed(
  index: Index,
  subject: RevocationSubject,
  crypto: CryptoProvider,
): Promise<boolean> {
  const keyId = toHex(subject.keyId)
  for (const type of revocationHashTypes) {
    const sets = [index.get(place(keyId, type)), index.get(place(unknownKeyId, type))]
    if (sets.every((set) => set === undefined)) continue
    const hash = await revocationHash(type, subject, crypto)
    if (sets.some((set) => set?.has(hash))) return true
  }
  return false
}

/**
 * A revocation list, ready for `verifyCertificate`.
 *
 * A listed certificate stays revoked when the list grows old; one that is not listed is `stale` from
 * the instant of the next update on.
 *
 * @throws ParseError `certificate-revocation.list`
 * @example
 * ```ts
 * import { type TrustStore, verifyCertificate } from '@tiemchung/certificates'
 * import { loadRevocationList } from '@tiemchung/certificates/revocation'
 * const check = (text: string, trust: TrustStore, json: string, at: Date) =>
 *   verifyCertificate(text, { trust, at, revocation: loadRevocationList(JSON.parse(json)) })
 * ```
 */
export function loadRevocationList(document: unknown): RevocationList {
  const list = parseRevocationList(document)
  const index = indexOf(list)
  const nextUpdate = parseInstant(list.nextUpdate)
  return {
    version: list.version,
    issuedAt: parseInstant(list.issuedAt),
    nextUpdate,
    statusOf: async (subject, at, crypto): Promise<RevocationStatus> => {
      if (await isListed(index, subject, crypto)) return 'listed'
      return at.getTime() < nextUpdate.getTime() ? 'not-listed' : 'stale'
    },
  }
}
