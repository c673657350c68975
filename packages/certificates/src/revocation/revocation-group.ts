/** Groups of hashes: how documents hold them, and how they are held in memory. */
import { fromBase64, isInstant, parseInstant, type Path, toHex } from '@tiemchung/core'
import { mergeHashes, type PackedHashes, packHashes } from './packed-hashes.js'
import { hashLength, type RevocationHashType, revocationHashTypes } from './revocation-hash.js'

/** The key id under which hashes stand whose key is not known; they count for every key. */
export const unknownKeyId = 'UNKNOWN_KID'

/** Hashes of one type under one key. */
export interface RevocationGroup {
  /** Base64 of the key id, or `UNKNOWN_KID`. */
  readonly keyId: string
  readonly hashType: RevocationHashType
  /**
   * An instant after which every certificate of the group has expired by itself, so that a publisher may
   * drop the hashes. A verifier never does.
   */
  readonly expires?: string
  /** Base64 of 16 bytes each. */
  readonly hashes: readonly string[]
}

/** The hashes of one type, key and expiry, in memory. */
export interface PackedGroup {
  /** The key id in hex, or `UNKNOWN_KID`. */
  readonly keyId: string
  readonly hashType: RevocationHashType
  /** Milliseconds since 1970. */
  readonly expires: number | undefined
  readonly hashes: PackedHashes
}

type Loose = Readonly<Record<string, unknown>>

/** The bytes of a base64 text; undefined for anything else. */
export function bytesOf(value: unknown): Uint8Array | undefined {
  if (typeof value !== 'string') return undefined
  try {
    return fromBase64(value)
  } catch {
    return undefined
  }
}

/** The name in memory of a key id in base64; undefined for what is none. */
export function keyNameOf(keyId: unknown): string | undefined {
  if (keyId === unknownKeyId) return unknownKeyId
  const bytes = bytesOf(keyId)
  return bytes === undefined || bytes.length === 0 ? undefined : toHex(bytes)
}

/** Hashes behind each other; undefined when one of them is none. */
export function octetsOf(hashes: unknown): Uint8Array | undefined {
  if (!Array.isArray(hashes)) return undefined
  const octets = new Uint8Array(hashes.length * hashLength)
  for (const [index, hash] of (hashes as readonly unknown[]).entries()) {
    const bytes = bytesOf(hash)
    if (bytes?.length !== hashLength) return undefined
    octets.set(bytes, index * hashLength)
  }
  return octets
}

/** Whether a hash type is one of the three. */
export const isHashType = (value: unknown): value is RevocationHashType =>
  revocationHashTypes.includes(value as RevocationHashType)

/** Whether a text is an instant. */
export const isDated = (value: unknown): value is string =>
  typeof value === 'string' && isInstant(value)

/** What a group is kept under. */
export const groupName = ({ keyId, hashType, expires }: Omit<PackedGroup, 'hashes'>): string =>
  `${keyId} ${hashType} ${expires ?? ''}`

type Part = Omit<PackedGroup, 'hashes'> & { readonly octets: Uint8Array }

function readGroup(value: unknown, path: Path, faults: Path[]): Part | undefined {
  const group = (typeof value === 'object' && value !== null ? value : {}) as Loose
  const keyId = keyNameOf(group['keyId'])
  const { hashType, expires } = group
  const octets = octetsOf(group['hashes'])
  const sound = isHashType(hashType)
  if (keyId === undefined) faults.push([...path, 'keyId'])
  if (!sound) faults.push([...path, 'hashType'])
  if (expires !== undefined && !isDated(expires)) faults.push([...path, 'expires'])
  if (octets === undefined) faults.push([...path, 'hashes'])
  if (keyId === undefined || !sound || octets === undefined) return undefined
  const ends = isDated(expires) ? parseInstant(expires).getTime() : undefined
  return { keyId, hashType, expires: ends, octets }
}

/** Parts of one key, type and expiry put together and sorted. */
export function packParts(parts: readonly Part[]): readonly PackedGroup[] {
  const byName = new Map<string, [Part, ...Part[]]>()
  for (const part of parts) {
    const known = byName.get(groupName(part))
    if (known === undefined) byName.set(groupName(part), [part])
    else known.push(part)
  }
  return [...byName.values()].map((same) => {
    const [{ keyId, hashType, expires }] = same
    return { keyId, hashType, expires, hashes: packHashes(joined(same), hashLength) }
  })
}

/** A list of a million groups of one hash is legal: too many to be arguments of a call. */
function joined(parts: readonly Part[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, { octets }) => length + octets.length, 0))
  let end = 0
  for (const { octets } of parts) {
    whole.set(octets, end)
    end += octets.length
  }
  return whole
}

/** The groups of a document; the paths of what is wrong are added to `faults`. */
export function readGroups(groups: unknown, faults: Path[]): readonly PackedGroup[] {
  if (!Array.isArray(groups)) {
    faults.push(['groups'])
    return []
  }
  const parts = (groups as readonly unknown[]).map((group, index) =>
    readGroup(group, ['groups', index], faults),
  )
  return packParts(parts.filter((part) => part !== undefined))
}

/** Two sets of groups as one. */
export function mergeGroups(
  left: readonly PackedGroup[],
  right: readonly PackedGroup[],
): readonly PackedGroup[] {
  const byName = new Map(left.map((group) => [groupName(group), group]))
  for (const group of right) {
    const known = byName.get(groupName(group))
    const hashes = known === undefined ? group.hashes : mergeHashes(known.hashes, group.hashes)
    byName.set(groupName(group), { ...group, hashes })
  }
  return [...byName.values()]
}
