import * as z from 'zod'
import { accountOf } from '../account/sessions.js'
import { bearerIn } from '../app/bearer.js'
import { addOperation } from '../app/operation.js'
import type { App } from '../app/operation-spec.js'
import { newestNumber } from '../feedback/notifications.js'
import { watchItems } from '../feedback/watch.js'
import { fieldIssue, Problem } from '../problem.js'
import type { Services } from '../services.js'

const header = 'last-event-id'

/** The number behind which a watcher goes on; undefined when it begins now. */
function behindIn(given: string | undefined): number | undefined {
  if (given === undefined || given === '') return undefined
  if (/^\d{1,15}$/.test(given)) return Number(given)
  throw new Problem(422, 'platform.body', { issues: [fieldIssue(['header', header])] })
}

/** Live updates of a desk. */
export function feedbackEventRoutes(app: App, services: Services): void {
  const { database, world } = services
  addOperation(app, services, {
    method: 'get',
    path: '/v1/feedback/events',
    id: 'watchFeedback',
    summary: 'What happens to the items of one’s desk, as it happens',
    description:
      'Server-sent events; `data` is a notification without anything of a person. `id` is a number that grows: sent as `Last-Event-ID`, what came behind it comes first. A comment comes every 15 seconds. The stream ends with the session.',
    problems: [[422, 'platform.body']],
    tag: 'feedback',
    action: 'feedback.watch',
    headers: z.object({ [header]: z.string().optional() }),
    status: 200,
    answer: z.string(),
    handle: () => Promise.resolve(null),
    stream: async ({ scope, context }) => {
      const token = bearerIn(context)
      const behind = behindIn(context.req.header(header)) ?? (await newestNumber(database))
      const isOpen = () =>
        accountOf(database, world, token).then(
          () => true,
          () => false,
        )
      const body = watchItems({ database, world, desk: scope.desk, behind, isOpen })
      return new Response(body, {
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
      })
    },
  })
}
