/** Our own list of revoked certificates: `revocation-list/1`, hashes only, grouped by key id. */
import {
  fromBase64,
  type Issue,
  isInstant,
  issue,
  ParseError,
  type Path,
  parseInstant,
} from '@tiemchung/core'
import { revocationErrors } from '../errors/revocation-errors.js'
import { type RevocationHashType, revocationHashTypes } from './revocation-hash.js'

/** The key id under which hashes stand whose key is not known; they count for every key. */
export const unknownKeyId = 'UNKNOWN_KID'

/** Hashes of one type under one key. */
export interface RevocationGroup {
  /** Base64 of the key id, or `UNKNOWN_KID`. */
  readonly keyId: string
  readonly hashType: RevocationHashType
  /** Base64 of 16 bytes each. */
  readonly hashes: readonly string[]
}

/** The document. */
export interface RevocationListDocument {
  readonly format: 'revocation-list/1'
  readonly version: string
  readonly issuedAt: string
  /** When the next one is due; from then on this one is stale. */
  readonly nextUpdate: string
  readonly groups: readonly RevocationGroup[]
}

type Loose = Readonly<Record<string, unknown>>

function isBase64Of(value: unknown, length?: number): boolean {
  if (typeof value !== 'string') return false
  try {
    const bytes = fromBase64(value)
    return length === undefined ? bytes.length > 0 : bytes.length === length
  } catch {
    return false
  }
}

function groupFaults(value: unknown, index: number): readonly Path[] {
  const group = (typeof value === 'object' && value !== null ? value : {}) as Loose
  const { keyId, hashType, hashes } = group
  const faults: Path[] = []
  if (keyId !== unknownKeyId && !isBase64Of(keyId)) faults.push(['groups', index, 'keyId'])
  if (!revocationHashTypes.includes(hashType as RevocationHashType)) {
    faults.push(['groups', index, 'hashType'])
  }
  if (!Array.isArray(hashes) || !hashes.every((hash) => isBase64Of(hash, 16))) {
    faults.push(['groups', index, 'hashes'])
  }
  return faults
}

function faultsOf(document: unknown): readonly Path[] {
  if (typeof document !== 'object' || document === null) return [[]]
  const { format, version, issuedAt, nextUpdate, groups } = document as Loose
  const faults: Path[] = []
  if (format !== 'revocation-list/1') faults.push(['format'])
  if (typeof version !== 'string' || version === '') faults.push(['version'])
  const dated = (value: unknown): value is string => typeof value === 'string' && isInstant(value)
  if (!dated(issuedAt)) faults.push(['issuedAt'])
  if (!dated(nextUpdate)) faults.push(['nextUpdate'])
  else if (dated(issuedAt) && parseInstant(nextUpdate) <= parseInstant(issuedAt)) {
    faults.push(['nextUpdate'])
  }
  if (!Array.isArray(groups)) faults.push(['groups'])
  else groups.forEach((group, index) => faults.push(...groupFaults(group, index)))
  return faults
}

/**
 * A revocation list document, checked.
 *
 * It says nothing about who made it: check the publisher's signature over it first.
 *
 * @throws ParseError `certificate-revocation.list`, with an issue for each field
 */
export function parseRevocationList(document: unknown): RevocationListDocument {
  const issues: readonly Issue[] = faultsOf(document).map((path) =>
    issue(revocationErrors, 'certificate-revocation.list', { path }),
  )
  if (issues.length > 0) {
    throw new ParseError(revocationErrors, 'certificate-revocation.list', { issues })
  }
  return document as RevocationListDocument
}
