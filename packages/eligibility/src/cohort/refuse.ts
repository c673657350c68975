import { InputError } from '@tiemchung/core'
import { cohortErrors } from '../errors/cohort-errors.js'

/** The error for a rule that the columns do not hold. */
export function refuse(rule: string): InputError {
  return new InputError(cohortErrors, 'eligibility.not-columnar', { params: { rule } })
}

/** The error for columns that are none: `path` is the column and the place in it. */
export function refuseColumns(path: readonly (string | number)[]): InputError {
  return new InputError(cohortErrors, 'eligibility.columns', { path })
}
