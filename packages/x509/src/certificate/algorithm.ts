/** Signature algorithms: the few that are read, each in the encodings that the RFCs give it. */
import { equalBytes } from '@tiemchung/core'
import type { HashName, SignatureScheme } from '@tiemchung/core/crypto'
import { type DerCursor, type DerElement, inside, rawOf } from '../der/cursor.js'
import { readNull, readOid, readSmallInteger, tags } from '../der/values.js'

/** An AlgorithmIdentifier. */
export interface AlgorithmIdentifier {
  readonly oid: string
  /** The parameters with their header; undefined when absent. */
  readonly parameters: DerElement | undefined
  readonly raw: Uint8Array
}

/** Reads an AlgorithmIdentifier of any algorithm. */
export function readAlgorithmIdentifier(element: DerElement): AlgorithmIdentifier {
  const cursor = inside(element)
  const oid = readOid(cursor.read(tags.oid))
  const parameters = cursor.done ? undefined : cursor.any()
  cursor.finish()
  return { oid, parameters, raw: rawOf(element) }
}

/** Whether two identifiers are the same to the last octet. */
export function sameAlgorithm(left: AlgorithmIdentifier, right: AlgorithmIdentifier): boolean {
  return equalBytes(left.raw, right.raw)
}

/** RFC 5758 section 3.2: parameters are absent. */
const ecdsa: ReadonlyMap<string, HashName> = new Map([
  ['1.2.840.10045.4.1', 'SHA-1'],
  ['1.2.840.10045.4.3.2', 'SHA-256'],
  ['1.2.840.10045.4.3.3', 'SHA-384'],
  ['1.2.840.10045.4.3.4', 'SHA-512'],
])

/** RFC 4055 section 5: parameters are NULL, and absent ones are accepted as well. */
const pkcs1: ReadonlyMap<string, HashName> = new Map([
  ['1.2.840.113549.1.1.5', 'SHA-1'],
  ['1.2.840.113549.1.1.11', 'SHA-256'],
  ['1.2.840.113549.1.1.12', 'SHA-384'],
  ['1.2.840.113549.1.1.13', 'SHA-512'],
])

const hashes: ReadonlyMap<string, HashName> = new Map([
  ['2.16.840.1.101.3.4.2.1', 'SHA-256'],
  ['2.16.840.1.101.3.4.2.2', 'SHA-384'],
  ['2.16.840.1.101.3.4.2.3', 'SHA-512'],
])

const hashSize: Readonly<Record<HashName, number>> = {
  'SHA-1': 20,
  'SHA-256': 32,
  'SHA-384': 48,
  'SHA-512': 64,
}

const pss = '1.2.840.113549.1.1.10'
const mgf1 = '1.2.840.113549.1.1.8'
const ed25519 = '1.3.101.112'

/** Whether parameters are absent or NULL. */
export function isNullOrAbsent(parameters: DerElement | undefined): boolean {
  if (parameters === undefined) return true
  if (parameters.tag !== tags.null) return false
  readNull(parameters)
  return true
}

function hashOf(algorithm: AlgorithmIdentifier): HashName | undefined {
  return isNullOrAbsent(algorithm.parameters) ? hashes.get(algorithm.oid) : undefined
}

function tagged(cursor: DerCursor, tag: number): DerElement | undefined {
  const wrapper = cursor.optional(tag)
  if (wrapper === undefined) return undefined
  const inner = inside(wrapper)
  const element = inner.any()
  inner.finish()
  return element
}

function identifier(element: DerElement | undefined): AlgorithmIdentifier | undefined {
  return element?.tag === tags.sequence ? readAlgorithmIdentifier(element) : undefined
}

/**
 * RFC 4055 section 3.1: one hash for message and mask, a salt of the hash's length, the default
 * trailer. The defaults of the parameters are SHA-1 and so are never allowed.
 */
function pssScheme(parameters: DerElement | undefined): SignatureScheme | undefined {
  if (parameters?.tag !== tags.sequence) return undefined
  const cursor = inside(parameters)
  const message = identifier(tagged(cursor, 0xa0))
  const mask = identifier(tagged(cursor, 0xa1))
  const salt = tagged(cursor, 0xa2)
  cursor.finish()
  if (message === undefined || mask?.oid !== mgf1 || salt?.tag !== tags.integer) return undefined
  const hash = hashOf(message)
  const maskHash = identifier(mask.parameters)
  if (hash === undefined || maskHash === undefined || hashOf(maskHash) !== hash) return undefined
  const saltLength = readSmallInteger(salt)
  return saltLength === hashSize[hash] ? { name: 'RSA-PSS', hash, saltLength } : undefined
}

/**
 * The scheme of a signature algorithm that is read, else undefined: ECDSA and RSA PKCS #1 v1.5 with SHA-1, SHA-256,
 * SHA-384 or SHA-512, RSA-PSS with the latter three, and Ed25519. Whether a hash is believed is for the
 * `AlgorithmPolicy` to say.
 *
 * @throws ParseError `x509.der.*` when the parameters are malformed
 */
export function schemeOfAlgorithm(algorithm: AlgorithmIdentifier): SignatureScheme | undefined {
  const { oid, parameters } = algorithm
  if (oid === pss) return pssScheme(parameters)
  if (oid === ed25519) return parameters === undefined ? { name: 'Ed25519' } : undefined
  const ecdsaHash = ecdsa.get(oid)
  if (ecdsaHash !== undefined) {
    return parameters === undefined ? { name: 'ECDSA', hash: ecdsaHash } : undefined
  }
  const pkcs1Hash = pkcs1.get(oid)
  if (pkcs1Hash === undefined || !isNullOrAbsent(parameters)) return undefined
  return { name: 'RSASSA-PKCS1-v1_5', hash: pkcs1Hash }
}
