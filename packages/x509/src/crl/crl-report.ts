import type { Check, Report } from '@tiemchung/core'
import type { RevokedEntry } from './read-entry.js'

/** The checks of a revocation list by itself, in the order of the report. */
export const crlCheckIds = [
  'crl.parse',
  'crl.extensions',
  'crl.entries',
  'crl.signature',
  'crl.dates',
  'crl.certificate',
] as const

/** The stable id of one check of a list. */
export type CrlCheckId = (typeof crlCheckIds)[number]

/** One check of a list. */
export type CrlCheck = Check<CrlCheckId>

/** The checks without which no list is valid. */
export const requiredCrlChecks: readonly CrlCheckId[] = [
  'crl.parse',
  'crl.extensions',
  'crl.entries',
  'crl.signature',
  'crl.dates',
]

/** The clause behind each check. */
export const crlCitations: Readonly<Record<CrlCheckId, string>> = {
  'crl.parse': 'RFC 5280, 5.1',
  'crl.extensions': 'RFC 5280, 5.2',
  'crl.entries': 'RFC 5280, 5.3',
  'crl.signature': 'RFC 5280, 6.3.3 (f, g)',
  'crl.dates': 'RFC 5280, 6.3.3 (a)',
  'crl.certificate': 'RFC 5280, 6.3.3',
}

/** Whether a list is to be believed, what it says of the certificate in question, and why not. */
export interface CrlReport extends Report<CrlCheckId> {
  /** The instant that was judged at. */
  readonly at: Date
  /** The id of the algorithm policy that was applied. */
  readonly algorithms: string
  /** How many entries the list has; undefined when they could not be read to the end. */
  readonly entries: number | undefined
  /**
   * What the list says of the certificate in question, as it stands: nothing to rely on, for which see
   * `crl.certificate`. Undefined when none was asked about, or the list must not be used.
   */
  readonly says: RevokedEntry | 'absent' | undefined
}
