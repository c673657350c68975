export {
  type FeedbackReport,
  type FeedbackReportOptions,
  type FeedbackReportRow,
  feedbackReport,
  type Readings,
  type ReportedItem,
  type ReportedItems,
} from './feedback-report.js'
export { parseFeedbackUnits } from './parse-units.js'
export { reportCsv } from './report-csv.js'
export { reportPage } from './report-page.js'
export type { Tally } from './tally.js'
export type { FeedbackUnit } from './units.js'
