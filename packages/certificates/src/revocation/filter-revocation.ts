import { InputError, ParseError, toHex } from '@tiemchung/core'
import { revocationErrors } from '../errors/revocation-errors.js'
import type { RevocationSource } from '../verify/index.js'
import type { HashFilter } from './filter/hash-filter.js'
import { isHashType, keyNameOf } from './revocation-group.js'
import type { RevocationHashType } from './revocation-hash.js'
import { indexOf, placesOf, type UnderKey } from './revocation-index.js'

/** A filter and what it is about. */
export interface RevocationSlice {
  /** Base64 of the key id, or `UNKNOWN_KID`. */
  readonly keyId: string
  /** Types of the hashes that are in the filter. */
  readonly hashTypes: readonly RevocationHashType[]
  /**
   * The first digits, in lower-case hex, of the hashes that are in it; without, all are. In the DCC's
   * partitions: the chunk (`POINT`), x and chunk (`VECTOR`), or x, y and chunk (`COORDINATE`).
   */
  readonly prefix?: string
  readonly filter: HashFilter
}

/** How filters answer. */
export interface FilterRevocationOptions {
  readonly version?: string
  /** When the filters should have been replaced; from then on what they do not have is `stale`. */
  readonly nextUpdate: Date
  /** Whether what an unproven kind of filter does not have counts as `not-listed`. Default false. */
  readonly acceptUnproven?: boolean
}

interface Slice extends UnderKey {
  readonly prefix: string
  readonly filter: HashFilter
}

function readSlice(slice: RevocationSlice, index: number): readonly Slice[] {
  const { hashTypes, prefix = '', filter } = slice
  const keyId = keyNameOf(slice.keyId)
  const typed = hashTypes.length > 0 && hashTypes.every(isHashType)
  const sound = typed && /^[0-9a-f]{0,32}$/.test(prefix)
  if (keyId === undefined || !sound) {
    throw new ParseError(revocationErrors, 'certificate-revocation.slice', { path: [index] })
  }
  return hashTypes.map((hashType) => ({ keyId, hashType, prefix, filter }))
}

/**
 * Filters of revoked hashes, ready for `verifyCertificate`. It never answers `listed`: a hit is `maybe`
 * until a list confirms it, see `confirmedRevocation`.
 *
 * A key, type or prefix without a slice has no revocations, so load all slices or none. It does not
 * establish who made the filters.
 *
 * @throws InputError `certificate-revocation.next-update`
 * @throws ParseError `certificate-revocation.slice`, with its place
 */
export function filterRevocation(
  slices: readonly RevocationSlice[],
  options: FilterRevocationOptions,
): RevocationSource {
  const { version, nextUpdate, acceptUnproven = false } = options
  const ends = nextUpdate.getTime()
  if (Number.isNaN(ends)) {
    throw new InputError(revocationErrors, 'certificate-revocation.next-update')
  }
  const index = indexOf(slices.flatMap(readSlice))
  return {
    ...(version === undefined ? {} : { version }),
    statusOf: async (subject, at, crypto) => {
      let proven = true
      for await (const [hash, under] of placesOf(index, subject, crypto)) {
        const digits = toHex(hash)
        for (const { prefix, filter } of under) {
          if (!digits.startsWith(prefix)) continue
          if (await filter.mightContain(hash, crypto)) return 'maybe'
          proven = proven && filter.proven
        }
      }
      if (!(at.getTime() < ends)) return 'stale'
      return proven || acceptUnproven ? 'not-listed' : 'unproven'
    },
  }
}
