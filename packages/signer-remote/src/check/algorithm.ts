import type { HashName, KeyKind, SignatureAlgorithm } from '@tiemchung/core/crypto'

/** The algorithms that can be asked for by a digest, with what the CSC API calls them. */
const table = {
  ES256: { hash: 'SHA-256', curve: 'P-256', oid: '1.2.840.10045.4.3.2' },
  ES384: { hash: 'SHA-384', curve: 'P-384', oid: '1.2.840.10045.4.3.3' },
  ES512: { hash: 'SHA-512', curve: 'P-521', oid: '1.2.840.10045.4.3.4' },
  RS256: { hash: 'SHA-256', curve: undefined, oid: '1.2.840.113549.1.1.11' },
  RS384: { hash: 'SHA-384', curve: undefined, oid: '1.2.840.113549.1.1.12' },
  RS512: { hash: 'SHA-512', curve: undefined, oid: '1.2.840.113549.1.1.13' },
} as const

/** Algorithms of a remote key. RSA-PSS is out until a provider is known to have it. */
export type RemoteAlgorithm = keyof typeof table

const hashes = {
  'SHA-256': { oid: '2.16.840.1.101.3.4.2.1', length: 32 },
  'SHA-384': { oid: '2.16.840.1.101.3.4.2.2', length: 48 },
  'SHA-512': { oid: '2.16.840.1.101.3.4.2.3', length: 64 },
} as const

export type RemoteHash = keyof typeof hashes & HashName

/** Whether a name is that of an algorithm which a remote key can have. */
export function isRemoteAlgorithm(name: unknown): name is RemoteAlgorithm {
  return typeof name === 'string' && Object.hasOwn(table, name)
}

/** What there is to know about an algorithm. */
export function algorithmFacts(algorithm: RemoteAlgorithm) {
  const { hash, oid } = table[algorithm]
  return { hash, oid, hashOid: hashes[hash].oid, hashLength: hashes[hash].length }
}

const leastModulus = 2048

/** Whether a key can have made signatures of an algorithm. */
export function fits(algorithm: SignatureAlgorithm, kind: KeyKind): algorithm is RemoteAlgorithm {
  if (!isRemoteAlgorithm(algorithm)) return false
  const { curve } = table[algorithm]
  if (curve !== undefined) return kind.type === 'ec' && kind.curve === curve
  return kind.type === 'rsa' && kind.modulusBits >= leastModulus
}
