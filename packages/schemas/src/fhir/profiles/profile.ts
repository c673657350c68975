import type { Sentences } from '@tiemchung/core'
import type { Resource } from '../r4.js'

/** Where a published profile is wrong or does not fit, and what is written all the same. */
export interface ProfileSlip {
  readonly id: string
  /** What the profile's files say. */
  readonly says: Sentences
  /** What is written. */
  readonly written: Sentences
}

/** What records are written for. */
export interface FhirProfile {
  readonly id: 'base-r4' | 'ips' | 'vn-core'
  readonly fhirVersion: '4.0.1'
  readonly status: 'normative' | 'published' | 'draft'
  readonly sources: readonly string[]
  /** The canonical that resources of a type claim to fit; none where the profile has none. */
  readonly canonicals: Readonly<Partial<Record<Resource['resourceType'] | 'Bundle', string>>>
  /** The canonical of the national extensions for citizenship and ethnic group, in place of the standard's and ours. */
  readonly nationalExtensions: boolean
  /** Whether a visit has to name a chief complaint, and a dose its visit. */
  readonly chiefComplaint: boolean
  readonly slips: readonly ProfileSlip[]
}
