export { errorCatalogue } from '../errors.js'
export { checkEvidence } from '../evidence/check-evidence.js'
export { cleanEvidence } from '../evidence/clean-evidence.js'
export { sniffMediaType } from '../evidence/sniff-media-type.js'
export { dueAt } from './clock/due-at.js'
export { type Clocked, type ClockReading, readClock, type Standing } from './clock/read-clock.js'
export { type CorrectionView, correctionOf, isCorrected } from './correction/correction-of.js'
export { isWith, mayPassOn, mayTake } from './desk.js'
export type {
  Escalation,
  FeedbackClock,
  FeedbackPolicy,
  FeedbackRoute,
  Level,
  Rejection,
} from './policy/feedback-policy.js'
export { feedbackPolicy9458 } from './policy/feedback-policy-9458.js'
export { lintFeedbackPolicy, parseFeedbackPolicy } from './policy/lint-feedback-policy.js'
export { type Placed, type Routed, routeFeedback } from './route-feedback.js'
export { mayAct, transition } from './transition.js'
