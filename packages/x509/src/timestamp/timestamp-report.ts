import type { Check, Report } from '@tiemchung/core'
import type { PathReport } from '../path/path-report.js'
import type { Accuracy } from './read-info.js'

/** The checks of a timestamp, in the order of the report. */
export const timestampCheckIds = [
  'timestamp.parse',
  'timestamp.status',
  'timestamp.content-type',
  'timestamp.imprint',
  'timestamp.nonce',
  'timestamp.policy',
  'timestamp.critical-extensions',
  'timestamp.signer',
  'timestamp.signing-certificate',
  'timestamp.signed-attributes',
  'timestamp.signature',
  'timestamp.authority-name',
  'timestamp.usage',
  'timestamp.chain',
] as const

/** The stable id of one check of a timestamp. */
export type TimestampCheckId = (typeof timestampCheckIds)[number]

/** One check of a timestamp. */
export type TimestampCheck = Check<TimestampCheckId>

/** The checks without which no timestamp is valid. */
export const requiredTimestampChecks: readonly TimestampCheckId[] = [
  'timestamp.parse',
  'timestamp.content-type',
  'timestamp.imprint',
  'timestamp.critical-extensions',
  'timestamp.signer',
  'timestamp.signing-certificate',
  'timestamp.signed-attributes',
  'timestamp.signature',
  'timestamp.usage',
  'timestamp.chain',
]

/** The clause behind each check. */
export const timestampCitations: Readonly<Record<TimestampCheckId, string>> = {
  'timestamp.parse': 'RFC 3161, 2.4.2',
  'timestamp.status': 'RFC 3161, 2.4.2',
  'timestamp.content-type': 'RFC 3161, 2.4.2',
  'timestamp.imprint': 'RFC 3161, 2.2',
  'timestamp.nonce': 'RFC 3161, 2.2',
  'timestamp.policy': 'RFC 3161, 2.2',
  'timestamp.critical-extensions': 'RFC 3161, 2.4.1',
  'timestamp.signer': 'RFC 5652, 5.3',
  'timestamp.signing-certificate': 'RFC 5816, 2.2.1',
  'timestamp.signed-attributes': 'RFC 5652, 5.6',
  'timestamp.signature': 'RFC 5652, 5.4',
  'timestamp.authority-name': 'RFC 3161, 2.4.2',
  'timestamp.usage': 'RFC 3161, 2.3',
  'timestamp.chain': 'RFC 3161, 4.3',
}

interface TimestampFindings extends Report<TimestampCheckId> {
  /** The judgement of the authority's chain at the stated time; undefined when no signer was found. */
  readonly path: PathReport | undefined
}

/** A timestamp that holds: what it stamps was there by `time`, give or take `accuracy`. */
export interface ValidTimestamp extends TimestampFindings {
  readonly verdict: 'valid'
  readonly path: PathReport
  /** The stated time; parts of a millisecond are cut off. */
  readonly time: Date
  /** Undefined: the token states none; its policy may. */
  readonly accuracy: Accuracy | undefined
  /** Whether tokens of this authority are ordered by their times alone. */
  readonly ordering: boolean
  /** Lower-case hex. */
  readonly serialNumber: string
  /** The policy that the authority followed. */
  readonly policy: string
}

/** A timestamp that does not hold, or about which too little is known. It has no time. */
export interface OpenTimestamp extends TimestampFindings {
  readonly verdict: 'invalid' | 'indeterminate'
}

/** Whether something was there by a certain time, and why not. */
export type TimestampReport = ValidTimestamp | OpenTimestamp
