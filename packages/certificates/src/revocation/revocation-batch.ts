/** Batches of the DCC gateway: up to a thousand hashes of one country, key and type. */
import { formatInstant, InputError, type Path, parseInstant } from '@tiemchung/core'
import { revocationErrors } from '../errors/revocation-errors.js'
import {
  bytesOf,
  isDated,
  isHashType,
  keyNameOf,
  octetsOf,
  type PackedGroup,
  packParts,
  type RevocationGroup,
  unknownKeyId,
} from './revocation-group.js'
import { type Loose, membersIn, refuseFaults } from './revocation-head.js'
import type { RevocationHashType } from './revocation-hash.js'
import { type RevocationList, statusFrom } from './revocation-list-source.js'

/** The most hashes in a batch. */
const mostEntries = 1000

/** A batch, as the gateway hands it out inside its CMS. */
export interface RevocationBatch {
  /** Two letters of ISO 3166. */
  readonly country: string
  /** When the batch may be dropped. */
  readonly expires: string
  /** Base64 of the eight bytes of a key id, or `UNKNOWN_KID`. */
  readonly kid: string
  readonly hashType: RevocationHashType
  readonly entries: readonly { readonly hash: string }[]
}

const hashesIn = (entries: readonly unknown[]): readonly unknown[] =>
  entries.map((entry) => (entry as { readonly hash?: unknown } | null)?.hash)

function faultsOf({ country, expires, kid, hashType, entries }: Loose): readonly Path[] {
  const faults: Path[] = []
  if (typeof country !== 'string' || !/^[A-Z]{2}$/.test(country)) faults.push(['country'])
  if (!isDated(expires)) faults.push(['expires'])
  if (kid !== unknownKeyId && bytesOf(kid)?.length !== 8) faults.push(['kid'])
  if (!isHashType(hashType)) faults.push(['hashType'])
  const sized = Array.isArray(entries) && entries.length >= 1 && entries.length <= mostEntries
  if (!sized || octetsOf(hashesIn(entries)) === undefined) faults.push(['entries'])
  return faults
}

/**
 * A batch of the DCC gateway, checked: the JSON inside the CMS.
 *
 * It does not establish who made it: check first that the CMS is signed by the upload certificate of the
 * batch's own country. Nor does it hold the key against the country: a batch may name a key of another one, or
 * `UNKNOWN_KID`, which counts for every key, so that whoever may upload can revoke what others issued.
 *
 * @throws ParseError `certificate-revocation.batch`, with an issue for each field
 */
export function parseRevocationBatch(value: unknown): RevocationBatch {
  const faults = faultsOf(membersIn(value))
  if (faults.length > 0) refuseFaults('certificate-revocation.batch', faults)
  return value as RevocationBatch
}

function packBatches(batches: readonly unknown[]): readonly PackedGroup[] {
  const given: unknown = batches
  if (!Array.isArray(given)) return refuseFaults('certificate-revocation.batch', [[]])
  const parts = given.map(parseRevocationBatch).map(({ kid, hashType, expires, entries }) => ({
    keyId: keyNameOf(kid) as string,
    hashType,
    expires: parseInstant(expires).getTime(),
    octets: octetsOf(hashesIn(entries)) as Uint8Array,
  }))
  return packParts(parts)
}

/** When the batches were fetched, and for how long that counts. */
export interface RevocationBatchesOptions {
  readonly version: string
  readonly issuedAt: Date
  /** When they should have been fetched again; from then on what is not in them is `stale`. */
  readonly nextUpdate: Date
}

/**
 * The batches of the DCC gateway that are not deleted, ready for `verifyCertificate`. A hash counts under its
 * key only, and under every key when the key is not known.
 *
 * @throws InputError `certificate-revocation.next-update`
 * @throws ParseError `certificate-revocation.batch`
 */
export function loadRevocationBatches(
  batches: readonly unknown[],
  { version, issuedAt, nextUpdate }: RevocationBatchesOptions,
): RevocationList {
  if (!(issuedAt.getTime() < nextUpdate.getTime())) {
    throw new InputError(revocationErrors, 'certificate-revocation.next-update')
  }
  const statusOf = statusFrom(packBatches(batches), nextUpdate)
  return { version, issuedAt, nextUpdate, statusOf }
}

/**
 * The batches that publish groups of hashes at the DCC gateway, each of at most a thousand. Groups without an
 * expiry get the one that is given.
 *
 * @throws ParseError `certificate-revocation.batch` for a group that fits into none
 */
export function revocationBatchesOf(
  groups: readonly RevocationGroup[],
  options: { readonly country: string; readonly expires: Date },
): readonly RevocationBatch[] {
  return groups.flatMap(({ keyId, hashType, hashes, expires }) =>
    Array.from({ length: Math.ceil(hashes.length / mostEntries) }, (_, index) =>
      parseRevocationBatch({
        country: options.country,
        expires: expires ?? formatInstant(options.expires),
        kid: keyId,
        hashType,
        entries: hashes
          .slice(index * mostEntries, (index + 1) * mostEntries)
          .map((hash) => ({ hash })),
      }),
    ),
  )
}
