import { feedbackItemSchema } from '@tiemchung/schemas'
import { addOperation } from '../app/operation.js'
import type { App } from '../app/operation-spec.js'
import { forCitizen, itemByReference, ownHeaders } from '../feedback/own-item.js'
import type { Services } from '../services.js'

/** Following an item from another device: a reporter has its reference and a phone, and no id. */
export function findFeedbackRoutes(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/feedback/own',
    id: 'findFeedback',
    summary: 'Find an item by reference and phone',
    description:
      'As `followFeedback`, for who does not have the id. A wrong reference and a wrong phone are answered alike.',
    problems: [[404, 'platform.not-found']],
    tag: 'feedback',
    action: 'feedback.own',
    headers: ownHeaders,
    status: 200,
    answer: feedbackItemSchema,
    handle: async ({ database, context }) => forCitizen(await itemByReference(database, context)),
  })
}
