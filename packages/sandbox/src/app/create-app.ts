import { OpenAPIHono } from '@hono/zod-openapi'
import { hasCode } from '@tiemchung/core'
import type { ErrorHandler } from 'hono'
import { DatabaseError, sqlStateOf } from '../database/database.js'
import { Problem } from '../problem.js'
import { auditRoutes } from '../route/audit.js'
import { certificateRoutes } from '../route/certificate.js'
import { citizenFeedbackRoutes } from '../route/citizen-feedback.js'
import { dayRoutes } from '../route/day.js'
import { facilityCertificateRoutes } from '../route/facility-certificate.js'
import { ownFeedbackRoutes } from '../route/own-feedback.js'
import { evidenceRoutes } from '../route/feedback-evidence.js'
import { servedEvidenceRoutes } from '../route/evidence.js'
import { feedbackEventRoutes } from '../route/feedback-events.js'
import { feedbackReportRoutes } from '../route/feedback-report.js'
import { uploadRoutes } from '../route/feedback-upload.js'
import { findFeedbackRoutes } from '../route/find-feedback.js'
import { identityRoutes } from '../route/identity.js'
import { noticeRoutes } from '../route/notice.js'
import { registerDoseRoutes } from '../route/register-dose.js'
import { recordRoutes } from '../route/record.js'
import { sessionRoutes } from '../route/session.js'
import { staffFeedbackRoutes } from '../route/staff-feedback.js'
import { feedbackActRoutes } from '../route/staff-feedback-acts.js'
import { webhookRoutes } from '../route/webhook-endpoint.js'
import type { Services } from '../services.js'
import { refusal } from './operation.js'
import type { App, Variables } from './operation-spec.js'

const unavailable = new Problem(503, 'platform.unavailable', { retryAfter: 1 })

/** What an error becomes. What is not a problem is an internal error, and nothing of it is shown. */
function problemOf(caught: unknown): Problem {
  if (caught instanceof Problem) return caught
  if (hasCode(caught, 'feedback.transition')) return new Problem(409, 'platform.conflict')
  if (caught instanceof DatabaseError) return unavailable
  const state = sqlStateOf(caught)
  // Text that no database and no canonical JSON can hold came with the request: U+0000, lone surrogates.
  if (state?.startsWith('22') || hasCode(caught, 'input.json-canonical'))
    return new Problem(422, 'platform.body')
  if (state === '23505') return new Problem(409, 'platform.conflict')
  return new Problem(500, 'platform.internal')
}

const answerWithProblem: ErrorHandler<{ Variables: Variables }> = (caught, context) => {
  const problem = problemOf(caught)
  const { retryAfter } = problem.details
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  return refusal(context, problem.toBody(), problem.status, headers)
}

/** The platform's API as one app; its OpenAPI document comes from the same routes. */
export function createApp(services: Services): App {
  const app: App = new OpenAPIHono<{ Variables: Variables }>()
  app.use(async (context, next) => {
    context.set('requestId', services.world.newId())
    await next()
    context.header('x-request-id', context.get('requestId'))
  })
  app.onError(answerWithProblem)
  app.notFound((context) => refusal(context, new Problem(404, 'platform.not-found').toBody(), 404))
  sessionRoutes(app, services)
  identityRoutes(app, services)
  registerDoseRoutes(app, services)
  recordRoutes(app, services)
  certificateRoutes(app, services)
  facilityCertificateRoutes(app, services)
  staffFeedbackRoutes(app, services)
  feedbackEventRoutes(app, services)
  feedbackReportRoutes(app, services)
  feedbackActRoutes(app, services)
  findFeedbackRoutes(app, services)
  citizenFeedbackRoutes(app, services)
  ownFeedbackRoutes(app, services)
  evidenceRoutes(app, services)
  servedEvidenceRoutes(app, services)
  uploadRoutes(app, services)
  webhookRoutes(app, services)
  noticeRoutes(app, services)
  dayRoutes(app, services)
  auditRoutes(app, services)
  return app
}
