export {
  type CohortAnswers,
  type CohortColumns,
  consentStates,
  infectionStates,
  newAnswers,
  newColumns,
  unknownCode,
} from './columns.js'
export { columnsOf } from './columns-of.js'
export { type CohortOptions, type CohortPlan, compileCohort, type Reign } from './compile.js'
export { type ForecastChart, forecastChart } from './chart.js'
export {
  type ChunkOptions,
  chunksOf,
  type CohortChunk,
  evaluateCohort,
} from './evaluate-cohort.js'
export { type ChildOpenings, type Opening, type OpeningOptions, openingsOf } from './openings.js'
export { CohortTally, type TallyOptions } from './tally.js'
export { noDay, openEnd } from './ends.js'
export { evaluateColumns } from './evaluate-columns.js'
export type {
  DoseNumbers,
  FactNumbers,
  IntervalNumbers,
  ProductNumbers,
  RuleNumbers,
} from './integer-rules.js'
export { type Status, statuses } from '../policy/format.js'
