import { type FeedbackItem, feedbackItemSchema, uuidSchema } from '@tiemchung/schemas'
import { submittedSchema, supplementFeedbackSchema } from '@tiemchung/schemas/wire'
import * as z from 'zod'
import { addOperation } from '../app/operation.js'
import type { App } from '../app/operation-spec.js'
import { sendItsCode } from '../feedback/code.js'
import { after, largestText, load, save } from '../feedback/items.js'
import { asCitizen, forCitizen, ownHeaders, ownItem } from '../feedback/own-item.js'
import type { Services } from '../services.js'

/** How the reporter's acts are asked for, whatever they are. */
const asked = {
  method: 'post',
  tag: 'feedback',
  action: 'feedback.own',
  params: z.object({ id: uuidSchema }),
  headers: ownHeaders,
  status: 200,
  answer: feedbackItemSchema,
  problems: [
    [404, 'platform.not-found'],
    [409, 'platform.conflict'],
  ],
} as const

function supplementRoute(app: App, services: Services): void {
  const { clock } = services.world
  addOperation(app, services, {
    ...asked,
    path: '/v1/feedback/{id}/supplements',
    id: 'supplementFeedback',
    summary: 'Add to a report',
    description:
      'By reference and phone, until it is decided. What an officer asked for is answered with it, and the item is in review again.',
    body: supplementFeedbackSchema,
    largest: largestText,
    handle: async ({ database, params, body, context }) => {
      await ownItem(services, database, params.id, context)
      const { item } = await load(database, params.id)
      const next = asCitizen(() => after(services, item, 'supplement'))
      const supplement = { at: clock.now().toISOString(), ...body }
      const supplements = [...item.supplements, supplement]
      return forCitizen(await save(services, database, item, { ...next, supplements }))
    },
  })
}

function withdrawRoute(app: App, services: Services): void {
  addOperation(app, services, {
    ...asked,
    path: '/v1/feedback/{id}/withdrawal',
    id: 'withdrawFeedback',
    summary: 'Withdraw a report',
    description: 'By reference and phone, until it is decided. Withdrawing again changes nothing.',
    handle: async ({ database, params, context }) => {
      await ownItem(services, database, params.id, context)
      const { item } = await load(database, params.id)
      if (item.state === 'withdrawn') return forCitizen(item)
      const next: FeedbackItem = asCitizen(() => after(services, item, 'withdraw'))
      return forCitizen(await save(services, database, item, next))
    },
  })
}

function codeRoute(app: App, services: Services): void {
  addOperation(app, services, {
    ...asked,
    path: '/v1/feedback/{id}/code',
    id: 'resendFeedbackCode',
    summary: 'Have another one-time code sent',
    description:
      'By reference and phone, until the report is confirmed. It goes to the phone of the report, and the code before counts no more.',
    problems: [...asked.problems, [429, 'platform.too-many-codes']],
    status: 202,
    answer: submittedSchema,
    handle: async ({ database, params, context }) => {
      await ownItem(services, database, params.id, context)
      const { item } = await load(database, params.id)
      asCitizen(() => after(services, item, 'confirm'))
      await sendItsCode(services, database, item.request)
      return { id: item.id, reference: item.reference }
    },
  })
}

/** What reporters do to their own items. */
export function ownFeedbackRoutes(app: App, services: Services): void {
  supplementRoute(app, services)
  withdrawRoute(app, services)
  codeRoute(app, services)
}
