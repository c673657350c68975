import type { CivilDate } from '@tiemchung/core'
import type { PolicySet } from '@tiemchung/eligibility'
import type { Http } from '@tiemchung/http'
import type { CompletenessPolicy, Volumes } from '@tiemchung/schemas'
import type { DuplicateScores } from '../duplicate/finding.js'
import type { Backoff } from '../outbox/backoff.js'
import type { Store } from '../store/store.js'
import type { DayPolicy } from '../regime/day-policy.js'
import type { ClinicWorld } from '../world.js'
import type { DayFacility } from './record-case.js'

/** What a day stands on. */
export interface DayOptions extends Partial<ClinicWorld> {
  readonly store: Store
  readonly facility: DayFacility
  readonly date: CivilDate
  readonly eligibility: PolicySet
  readonly completeness: CompletenessPolicy
  /** Millilitres by product id, from the eligibility policy. */
  readonly volumes: Volumes
  /** By when the day's work is due. Default `covid2022SameDayPolicy`. */
  readonly policy?: DayPolicy
  /** The platform; without it the day is kept and nothing is sent. */
  readonly http?: Http
  readonly backoff?: Backoff
  /** How likely each reason makes it that two entries are one dose. Default: `assumedDuplicateScores`. */
  readonly duplicateScores?: Partial<DuplicateScores>
}
