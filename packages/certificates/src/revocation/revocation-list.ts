/** Our own list of revoked certificates: `revocation-list/1`, hashes only, grouped by key id. */
import { issue, ParseError, type Path, parseInstant } from '@tiemchung/core'
import { revocationErrors } from '../errors/revocation-errors.js'
import { isDated, type PackedGroup, readGroups, type RevocationGroup } from './revocation-group.js'

/** The document. */
export interface RevocationListDocument {
  readonly format: 'revocation-list/1'
  readonly version: string
  readonly issuedAt: string
  /** When the next one is due; from then on this one is stale. */
  readonly nextUpdate: string
  readonly groups: readonly RevocationGroup[]
}

/** A document that was checked, with its groups as they are looked up in. */
interface ReadList {
  readonly document: RevocationListDocument
  readonly groups: readonly PackedGroup[]
}

type Loose = Readonly<Record<string, unknown>>

/** The paths of what is wrong with the fields beside the groups. */
function headFaults({ format, version, issuedAt, nextUpdate }: Loose): readonly Path[] {
  const faults: Path[] = []
  if (format !== 'revocation-list/1') faults.push(['format'])
  if (typeof version !== 'string' || version === '') faults.push(['version'])
  if (!isDated(issuedAt)) faults.push(['issuedAt'])
  if (!isDated(nextUpdate)) faults.push(['nextUpdate'])
  else if (isDated(issuedAt) && parseInstant(nextUpdate) <= parseInstant(issuedAt)) {
    faults.push(['nextUpdate'])
  }
  return faults
}

/** Checks a document and packs its hashes, each decoded once. */
export function readRevocationList(value: unknown): ReadList {
  const document = (typeof value === 'object' && value !== null ? value : {}) as Loose
  const faults = [...headFaults(document)]
  const groups = readGroups(document['groups'], faults)
  if (faults.length === 0) return { document: value as RevocationListDocument, groups }
  const issues = faults.map((path) =>
    issue(revocationErrors, 'certificate-revocation.list', { path }),
  )
  throw new ParseError(revocationErrors, 'certificate-revocation.list', { issues })
}

/**
 * A revocation list document, checked.
 *
 * It says nothing about who made it: check the publisher's signature over it first.
 *
 * @throws ParseError `certificate-revocation.list`, with an issue for each field
 */
export function parseRevocationList(document: unknown): RevocationListDocument {
  return readRevocationList(document).document
}
