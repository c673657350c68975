import { uuidSchema } from '@tiemchung/schemas'
import { openWebhookEndpointSchema, webhookEndpointSchema } from '@tiemchung/schemas/wire'
import * as z from 'zod'
import { addOperation } from '../app/operation.js'
import { Answered, type App } from '../app/operation-spec.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'
import { isWebhookAddress } from '../webhook/address.js'
import { endpointOf, openEndpoint } from '../webhook/endpoints.js'

const params = z.object({ id: uuidSchema })

function openRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'put',
    path: '/v1/webhook-endpoints/{id}',
    id: 'openWebhookEndpoint',
    summary: 'Have what happens to the items of one’s unit sent to an address',
    description:
      'Standard Webhooks 1.0. The secret is in the first answer alone. What is not answered with 2xx is sent again after 5 s, 30 s, 2 min and so on, nine times in all, always under the same id.',
    problems: [
      [409, 'platform.conflict'],
      [422, 'platform.webhook.address'],
    ],
    tag: 'feedback',
    action: 'webhook.manage',
    params,
    body: openWebhookEndpointSchema,
    status: 201,
    secret: true,
    repeats: true,
    answer: webhookEndpointSchema,
    handle: async ({ database, params: { id }, body: { url, unit }, scope }) => {
      const { desk } = scope
      if (desk.unit !== unit) throw new Problem(403, 'platform.forbidden')
      if (!isWebhookAddress(url)) throw new Problem(422, 'platform.webhook.address')
      const known = await endpointOf(database, id)
      if (known === undefined) return openEndpoint(database, services.world, { id, desk, url })
      const same = known.desk.level === desk.level && known.desk.unit === unit
      if (!same || known.endpoint.url !== url) throw new Problem(409, 'platform.conflict')
      return new Answered(200, known.endpoint)
    },
  })
}

function getRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/webhook-endpoints/{id}',
    id: 'getWebhookEndpoint',
    summary: 'How the messages to an address get on',
    description: 'For the unit whose endpoint it is.',
    problems: [[404, 'platform.not-found']],
    tag: 'feedback',
    action: 'webhook.manage',
    params,
    status: 200,
    answer: webhookEndpointSchema,
    handle: async ({ database, params: { id }, scope }) => {
      const known = await endpointOf(database, id)
      const { level, unit } = scope.desk
      const own = known?.desk.level === level && known.desk.unit === unit
      if (!own) throw new Problem(404, 'platform.not-found')
      return known.endpoint
    },
  })
}

/** Webhooks for those who keep a queue of their own. */
export function webhookRoutes(app: App, services: Services): void {
  openRoute(app, services)
  getRoute(app, services)
}
