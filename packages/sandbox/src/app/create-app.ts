import { OpenAPIHono } from '@hono/zod-openapi'
import { hasCode } from '@tiemchung/core'
import type { ErrorHandler } from 'hono'
import { Problem } from '../problem.js'
import { certificateRoutes } from '../route/certificate.js'
import { citizenFeedbackRoutes } from '../route/citizen-feedback.js'
import { dayRoutes } from '../route/day.js'
import { evidenceRoutes } from '../route/feedback-evidence.js'
import { identityRoutes } from '../route/identity.js'
import { recordRoutes } from '../route/record.js'
import { sessionRoutes } from '../route/session.js'
import { staffFeedbackRoutes } from '../route/staff-feedback.js'
import type { Services } from '../services.js'
import type { App, Variables } from './operation.js'

/** What an error becomes. What is not a problem is an internal error, and nothing of it is shown. */
function problemOf(caught: unknown): Problem {
  if (caught instanceof Problem) return caught
  if (hasCode(caught, 'feedback.transition')) return new Problem(409, 'platform.conflict')
  return new Problem(500, 'platform.internal')
}

const answerWithProblem: ErrorHandler<{ Variables: Variables }> = (caught, context) => {
  const problem = problemOf(caught)
  const { retryAfter } = problem.details
  return context.json(problem.toBody(context.get('requestId')), problem.status as 400, {
    'content-type': 'application/problem+json',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  })
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
  app.notFound((context) => {
    const body = new Problem(404, 'platform.not-found').toBody(context.get('requestId'))
    return context.json(body, 404, { 'content-type': 'application/problem+json' })
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'http',
    scheme: 'bearer',
  })
  sessionRoutes(app, services)
  identityRoutes(app, services)
  recordRoutes(app, services)
  certificateRoutes(app, services)
  staffFeedbackRoutes(app, services)
  citizenFeedbackRoutes(app, services)
  evidenceRoutes(app, services)
  dayRoutes(app, services)
  return app
}

/** The OpenAPI 3.1 document of the platform. */
export function openApiDocument(app: App): object {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'tiemchung platform',
      version: '1',
      description:
        'The HTTP API that the tiemchung clients speak and the sandbox serves: sessions, identity, records, certificates, feedback, days.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: 'http://127.0.0.1:8787', description: 'A sandbox on this machine' }],
  })
}
