export type { Opening } from '../cohort/openings.js'
export type {
  PlannedVisit,
  SessionDay,
  SessionPlan,
  SessionRequest,
  SessionSite,
  ThawLife,
  Unserved,
  UnservedReason,
  Vials,
} from './format.js'
export { planSessions, type SessionOptions } from './plan-sessions.js'
export { thawLives } from './thaw-lives.js'
