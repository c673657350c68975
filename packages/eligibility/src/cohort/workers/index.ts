export type { CohortChunk } from '../evaluate-cohort.js'
export { evaluateInWorkers } from './evaluate-in-workers.js'
export type { CohortPort } from './port.js'
export { serveCohort } from './serve-cohort.js'
