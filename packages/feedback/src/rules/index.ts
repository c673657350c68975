export { errorCatalogue } from '../errors.js'
export { dueAt, type Timeliness, timelinessAt } from './clock.js'
export {
  type FeedbackPolicy,
  type FeedbackRoute,
  feedbackPolicy9458,
} from './policy.js'
export { routeFeedback } from './route-feedback.js'
export { checkEvidence, sniffMediaType } from './sniff-evidence.js'
export { type FeedbackAction, mayAct, transition } from './transition.js'
