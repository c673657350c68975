/** A day over all facilities: whose reports count, and how they stand on every level. */
export {
  type CheckedReports,
  checkDayReports,
  type CheckReportsOptions,
} from './check-reports.js'
export type { ExpectedFacility, Hierarchy } from './expected-facility.js'
export { rollUpFaults } from './faults.js'
export { type DayRollUp, rollUp, type RollUpInput, type RollUpUnit } from './roll-up.js'
export { rollUpCsv } from './roll-up-csv.js'
export { rollUpPage } from './roll-up-page.js'
export type { RollUpFacility, RollUpTally } from './roll-up-tally.js'
