/** What lists and their deltas say of themselves, and how it is checked. */
import { type Issue, issue, ParseError, type Path, parseInstant } from '@tiemchung/core'
import { revocationErrors } from '../errors/revocation-errors.js'
import { isDated } from './revocation-group.js'

/** The fields beside the hashes. */
export interface RevocationHead {
  readonly version: string
  readonly issuedAt: string
  /** When the next list or delta is due; from then on this one is stale. */
  readonly nextUpdate: string
}

/** A JSON object of which nothing is known. */
export type Loose = Readonly<Record<string, unknown>>

/** The members of a value; none when it is no object. */
export const membersIn = (value: unknown): Loose =>
  (typeof value === 'object' && value !== null ? value : {}) as Loose

/** The paths of what is wrong with a head. */
export function headFaults(document: Loose, expected: string): readonly Path[] {
  const { format, version, issuedAt, nextUpdate } = document
  const faults: Path[] = []
  if (format !== expected) faults.push(['format'])
  if (typeof version !== 'string' || version === '') faults.push(['version'])
  if (!isDated(issuedAt)) faults.push(['issuedAt'])
  if (!isDated(nextUpdate)) faults.push(['nextUpdate'])
  else if (isDated(issuedAt) && parseInstant(nextUpdate) <= parseInstant(issuedAt)) {
    faults.push(['nextUpdate'])
  }
  return faults
}

/** Refuses a document with an issue for each path. */
export function refuseFaults(code: keyof typeof revocationErrors, faults: readonly Path[]): never {
  const issues = faults.map((path): Issue => issue(revocationErrors, code, { path }))
  throw new ParseError(revocationErrors, code, { issues })
}
