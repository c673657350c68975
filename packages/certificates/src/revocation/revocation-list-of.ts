import { formatInstant, fromHex, type Path, toBase64 } from '@tiemchung/core'
import { hasHash, hashesIn, packHashes } from './packed-hashes.js'
import type { RevocationDeltaDocument } from './revocation-delta.js'
import {
  mergeGroups,
  type PackedGroup,
  readGroups,
  type RevocationGroup,
  unknownKeyId,
} from './revocation-group.js'
import { refuseFaults, type RevocationHead } from './revocation-head.js'
import type { RevocationListDocument } from './revocation-list.js'
import type { SignedRevocationList } from './signed-revocation-list.js'

/** What the next document says of itself. */
export interface RevocationIssue {
  readonly issuedAt: Date
  /** When the next list or delta will be there at the latest. */
  readonly nextUpdate: Date
  /** Default: the sequence number. */
  readonly version?: string
}

function headOf(sequence: number, given: RevocationIssue): RevocationHead {
  return {
    version: given.version ?? String(sequence),
    issuedAt: formatInstant(given.issuedAt),
    nextUpdate: formatInstant(given.nextUpdate),
  }
}

function packed(groups: readonly RevocationGroup[]): readonly PackedGroup[] {
  const faults: Path[] = []
  const read = readGroups(groups, faults)
  if (faults.length > 0) refuseFaults('certificate-revocation.list', faults)
  return read
}

function written({ keyId, hashType, expires, hashes }: PackedGroup): RevocationGroup {
  return {
    keyId: keyId === unknownKeyId ? unknownKeyId : toBase64(fromHex(keyId)),
    hashType,
    ...(expires === undefined ? {} : { expires: formatInstant(new Date(expires)) }),
    hashes: Array.from(hashesIn(hashes), toBase64),
  }
}

/** Groups with something in them whose certificates have not all expired by themselves. */
function living(groups: readonly PackedGroup[], at: Date): readonly PackedGroup[] {
  return groups.filter(
    ({ expires, hashes }) =>
      hashes.octets.length > 0 && (expires === undefined || expires > at.getTime()),
  )
}

/** What of a group is not yet among others of its key and type that last at least as long. */
function newIn(group: PackedGroup, known: readonly PackedGroup[]): PackedGroup {
  const lasting = known.filter(
    ({ keyId, hashType, expires = Number.POSITIVE_INFINITY }) =>
      keyId === group.keyId &&
      hashType === group.hashType &&
      expires >= (group.expires ?? Number.POSITIVE_INFINITY),
  )
  const { width } = group.hashes
  const added = [...hashesIn(group.hashes)].filter(
    (hash) => !lasting.some(({ hashes }) => hasHash(hashes, hash)),
  )
  const octets = new Uint8Array(added.length * width)
  added.forEach((hash, index) => octets.set(hash, index * width))
  return { ...group, hashes: packHashes(octets, width) }
}

/**
 * The next whole list: what the list before has, and more. Groups that have expired at the issue are left out,
 * so a list shrinks only here.
 *
 * Verifiers who come from the list before must fetch it whole: the next delta follows this one. It is not
 * signed yet, see `signRevocation`.
 *
 * @throws InputError `input.civil-date.range`
 * @throws ParseError `certificate-revocation.list` for groups that are malformed
 */
export function revocationListOf(
  previous: Pick<SignedRevocationList, 'sequence' | 'groups'> | undefined,
  groups: readonly RevocationGroup[],
  given: RevocationIssue,
): RevocationListDocument {
  const sequence = (previous?.sequence ?? 0) + 1
  const merged = mergeGroups(previous?.groups ?? [], packed(groups))
  return {
    format: 'revocation-list/1',
    ...headOf(sequence, given),
    sequence,
    groups: living(merged, given.issuedAt).map(written),
  }
}

/**
 * The next delta: what is to be revoked beyond the list, and nothing that it has already. Without groups it
 * says that there is nothing new until the next update.
 *
 * It is not signed yet, see `signRevocation`.
 *
 * @throws InputError `input.civil-date.range`
 * @throws ParseError `certificate-revocation.list` for groups that are malformed
 * @example
 * ```ts
 * import {
 *   revocationDeltaOf,
 *   revocationEntryFor,
 *   type SignedRevocationList,
 *   signRevocation,
 *   type SignRevocationOptions,
 * } from '@tiemchung/certificates/revocation'
 * // The certificate that was re-issued is revoked by its signature; the new one is another.
 * async function revoke(list: SignedRevocationList, old: string, by: SignRevocationOptions) {
 *   const issuedAt = new Date()
 *   const nextUpdate = new Date(issuedAt.getTime() + 86_400_000)
 *   const entry = await revocationEntryFor(old)
 *   return signRevocation(revocationDeltaOf(list, [entry], { issuedAt, nextUpdate }), by)
 * }
 * ```
 */
export function revocationDeltaOf(
  previous: Pick<SignedRevocationList, 'sequence' | 'digest' | 'groups'>,
  groups: readonly RevocationGroup[],
  given: RevocationIssue,
): RevocationDeltaDocument {
  const sequence = previous.sequence + 1
  const added = packed(groups).map((group) => newIn(group, previous.groups))
  return {
    format: 'revocation-delta/1',
    ...headOf(sequence, given),
    sequence,
    since: previous.sequence,
    previous: previous.digest,
    groups: living(added, given.issuedAt).map(written),
  }
}
