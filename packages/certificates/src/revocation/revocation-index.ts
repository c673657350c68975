/** Where hashes are looked up: one hash computation for each type that is in use under the key. */
import { toHex } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { RevocationSubject } from '../verify/index.js'
import { hasHash } from './packed-hashes.js'
import { type PackedGroup, unknownKeyId } from './revocation-group.js'
import {
  type RevocationHashType,
  revocationHashTypes,
  revocationOctets,
} from './revocation-hash.js'

/** Things that stand under a key and a hash type. */
export interface UnderKey {
  /** The key id in hex, or `UNKNOWN_KID`. */
  readonly keyId: string
  readonly hashType: RevocationHashType
}

/** What stands under each key and type. */
export type RevocationIndex<Thing extends UnderKey = PackedGroup> = ReadonlyMap<
  string,
  readonly Thing[]
>

const placeOf = (keyId: string, type: RevocationHashType) => `${keyId} ${type}`

/** The index of some groups or slices. */
export function indexOf<Thing extends UnderKey>(things: readonly Thing[]): RevocationIndex<Thing> {
  const index = new Map<string, Thing[]>()
  for (const thing of things) {
    const place = placeOf(thing.keyId, thing.hashType)
    const known = index.get(place)
    if (known === undefined) index.set(place, [thing])
    else known.push(thing)
  }
  return index
}

/** What stands under the subject's key, and under the unknown one, with the hash to look for in it. */
export async function* placesOf<Thing extends UnderKey>(
  index: RevocationIndex<Thing>,
  subject: RevocationSubject,
  crypto: CryptoProvider,
): AsyncGenerator<readonly [Uint8Array, readonly Thing[]]> {
  const keyId = toHex(subject.keyId)
  for (const type of revocationHashTypes) {
    const own = index.get(placeOf(keyId, type)) ?? []
    const things = [...own, ...(index.get(placeOf(unknownKeyId, type)) ?? [])]
    if (things.length > 0) yield [await revocationOctets(type, subject, crypto), things]
  }
}

/** Whether one of a certificate's hashes is in the index. */
export async function isListed(
  index: RevocationIndex,
  subject: RevocationSubject,
  crypto: CryptoProvider,
): Promise<boolean> {
  for await (const [hash, groups] of placesOf(index, subject, crypto)) {
    if (groups.some(({ hashes }) => hasHash(hashes, hash))) return true
  }
  return false
}
