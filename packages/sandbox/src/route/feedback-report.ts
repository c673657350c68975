import { addOperation } from '../app/operation.js'
import { Answered, type App } from '../app/operation-spec.js'
import { reportFor } from '../feedback/report.js'
import { feedbackReportSchema } from '../feedback/report-schema.js'
import type { Services } from '../services.js'

/** How units stand with their feedback. */
export function feedbackReportRoutes(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/feedback/report',
    id: 'reportFeedback',
    summary: 'How one’s own unit and those below it stand with their feedback',
    description:
      'Open, due today, overdue, answered and in how many hours, by unit and rolled up; units in which nobody ever logged in are named. No person is in it.',
    tag: 'feedback',
    action: 'feedback.report',
    status: 200,
    answer: feedbackReportSchema,
    handle: async ({ scope }) => new Answered(200, await reportFor(services, scope.desk)),
  })
}
