/** The supporting data of CDSi as JSON: only what the adapter reads. */

/** Days `YYYYMMDD` on which a row is in force. */
export interface Dated {
  readonly effectiveDate?: string
  readonly cessationDate?: string
}

export interface AgeRow extends Dated {
  readonly absMinAge?: string
  readonly minAge?: string
  readonly earliestRecAge?: string
  readonly latestRecAge?: string
  readonly maxAge?: string
}

export interface IntervalRow extends Dated {
  readonly fromPrevious?: string
  readonly fromTargetDose?: string
  readonly fromMostRecent?: string
  readonly absMinInt?: string
  readonly minInt?: string
  readonly earliestRecInt?: string
  readonly latestRecInt?: string
}

export interface VaccineRow {
  readonly cvx: string
  readonly beginAge?: string
  readonly endAge?: string
  readonly volume?: string
}

export interface ConditionRow {
  readonly conditionType: string
  readonly beginAge?: string
  readonly endAge?: string
  readonly interval?: string
  readonly startDate?: string
  readonly endDate?: string
  readonly doseCount?: string
  readonly doseType?: string
  readonly doseCountLogic?: string
  readonly vaccineTypes?: string
}

export interface SkipSet {
  readonly conditionLogic?: string
  readonly condition: readonly ConditionRow[]
}

export interface SkipRow {
  readonly context: string
  readonly setLogic?: string
  readonly set: readonly SkipSet[]
}

export interface DoseTable {
  readonly age?: readonly AgeRow[]
  readonly interval?: readonly IntervalRow[]
  readonly allowableInterval?: readonly IntervalRow[]
  readonly preferableVaccine?: readonly VaccineRow[]
  readonly allowableVaccine?: readonly VaccineRow[]
  readonly inadvertentVaccine?: readonly VaccineRow[]
  readonly conditionalSkip?: readonly SkipRow[]
  readonly seasonalRecommendation?: readonly {
    readonly startDate?: string
    readonly endDate?: string
  }[]
  readonly recurringDose?: string
}

export interface SeriesTable {
  readonly seriesName: string
  readonly seriesType: string
  readonly requiredGender?: readonly string[]
  readonly selectSeries: {
    readonly defaultSeries: string
    readonly productPath: string
    readonly seriesPreference?: string
    readonly minAgeToStart?: string
    readonly maxAgeToStart?: string
  }
  readonly seriesDose: readonly DoseTable[]
}

export interface AntigenTable {
  readonly series: readonly SeriesTable[]
}

export interface LiveConflict {
  readonly previous: { readonly cvx: string }
  readonly current: { readonly cvx: string }
  readonly minConflictEndInterval: string
  readonly conflictEndInterval: string
}

export interface ScheduleTable {
  readonly liveVirusConflicts: { readonly liveVirusConflict: readonly LiveConflict[] }
  readonly vaccineGroupToAntigenMap: {
    readonly vaccineGroupMap: readonly {
      readonly name: string
      readonly antigen: readonly string[]
    }[]
  }
  readonly vaccineGroups: {
    readonly vaccineGroup: readonly {
      readonly name: string
      readonly administerFullVaccineGroup?: string
    }[]
  }
  readonly cvxToAntigenMap: {
    readonly cvxMap: readonly {
      readonly cvx: string
      readonly shortDescription: string
      readonly association: readonly { readonly antigen: string }[]
    }[]
  }
}
