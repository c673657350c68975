/** Hash functions by their algorithm identifiers. */
import type { HashName } from '@tiemchung/core/crypto'
import { type AlgorithmIdentifier, isNullOrAbsent } from './algorithm.js'

/** The object identifier of each hash function. */
export const digestOids: Readonly<Record<HashName, string>> = {
  'SHA-1': '1.3.14.3.2.26',
  'SHA-256': '2.16.840.1.101.3.4.2.1',
  'SHA-384': '2.16.840.1.101.3.4.2.2',
  'SHA-512': '2.16.840.1.101.3.4.2.3',
}

const hashes = Object.keys(digestOids) as readonly HashName[]

/**
 * The hash function that is named, with parameters absent or NULL (RFC 5754 section 2); else undefined.
 *
 * @throws ParseError `x509.der.*` for a NULL that is not empty
 */
export function digestOf({ oid, parameters }: AlgorithmIdentifier): HashName | undefined {
  if (!isNullOrAbsent(parameters)) return undefined
  return hashes.find((hash) => digestOids[hash] === oid)
}

/** Hash functions whose digests stand for what was hashed. */
export type StrongHash = Exclude<HashName, 'SHA-1'>

/** The hash function that is named, unless it is SHA-1, which no longer stands for what was hashed. */
export function strongDigestOf(algorithm: AlgorithmIdentifier): StrongHash | undefined {
  const hash = digestOf(algorithm)
  return hash === 'SHA-1' ? undefined : hash
}
