import { dueAt, routeFeedback } from '@tiemchung/feedback/rules'
import {
  type FeedbackItem,
  feedbackItemSchema,
  type FeedbackRequest,
  feedbackRequestSchema,
  uuidSchema,
} from '@tiemchung/schemas'
import { answerChallengeSchema, submittedSchema } from '@tiemchung/schemas/wire'
import * as z from 'zod'
import { isCodeOpen, tryCode } from '../account/one-time-code.js'
import { addOperation } from '../app/operation.js'
import { Answered, type App } from '../app/operation-spec.js'
import { one, type Queryable } from '../database/database.js'
import { sendItsCode } from '../feedback/code.js'
import { after, largestText, load, policy, save } from '../feedback/items.js'
import { asCitizen, forCitizen, ownHeaders, ownItem } from '../feedback/own-item.js'
import { newReference } from '../feedback/reference.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'

const byId = z.object({ id: uuidSchema })

async function add(
  services: Services,
  database: Queryable,
  item: FeedbackItem,
  requestHash: string,
): Promise<void> {
  const { phone } = item.request.reporter
  await database.query(
    `insert into feedback (id, reference, phone, unit, state, revision, item, request_hash, created_at)
     values ($1, $2, $3, $4, $5, 0, $6::jsonb, $7, $8)`,
    [
      item.id,
      item.reference,
      phone,
      item.handler.unit,
      item.state,
      JSON.stringify(item),
      requestHash,
      services.world.clock.now().toISOString(),
    ],
  )
  await sendItsCode(services, database, item.request)
}

/**
 * Takes a request in, once: the same bytes sent again get the reference that they got, and another code when the one
 * that was sent is over.
 */
async function submit(
  services: Services,
  database: Queryable,
  request: FeedbackRequest,
  requestHash: string,
): Promise<{ id: string; reference: string }> {
  const known = await one<{ reference: string; request_hash: string; state: string }>(
    database,
    'select reference, request_hash, state from feedback where id = $1',
    [request.id],
  )
  if (known !== undefined) {
    if (known.request_hash !== requestHash) throw new Problem(409, 'platform.conflict')
    const waits = known.state === 'awaiting-code'
    if (waits && !(await isCodeOpen(services, database, request.id))) {
      await sendItsCode(services, database, request)
    }
    return { id: request.id, reference: known.reference }
  }
  const item: FeedbackItem = {
    id: request.id,
    reference: newReference(services.world),
    request,
    state: 'awaiting-code',
    ...routeFeedback(request, policy),
    evidence: [],
    supplements: [],
    events: [],
    correction: [],
    revision: 0,
  }
  await add(services, database, item, requestHash)
  return { id: item.id, reference: item.reference }
}

function submitRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'put',
    path: '/v1/feedback/{id}',
    id: 'submitFeedback',
    summary: 'Report wrong data; a one-time code is sent',
    description:
      'The reference in the answer and the phone number are what the item is followed with. The same report sent again gets the same reference, and another code once the first is over.',
    problems: [
      [409, 'platform.conflict'],
      [422, 'platform.id-mismatch'],
      [429, 'platform.too-many-codes'],
    ],
    tag: 'feedback',
    action: 'feedback.send',
    params: byId,
    body: feedbackRequestSchema,
    largest: largestText,
    status: 202,
    answer: submittedSchema,
    handle: ({ database, params, body, bytes }) => {
      if (params.id !== body.id) throw new Problem(422, 'platform.id-mismatch')
      return submit(services, database, body, services.world.hash(bytes))
    },
  })
}

/** An item whose clock runs. */
function received(services: Services, item: FeedbackItem): FeedbackItem {
  const now = services.world.clock.now()
  return {
    ...after(services, item, 'confirm'),
    receivedAt: now.toISOString(),
    dueAt: dueAt(now, policy).toISOString(),
  }
}

function confirmRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'post',
    path: '/v1/feedback/{id}/confirmation',
    id: 'confirmFeedback',
    summary: 'Confirm with the one-time code; the clock starts',
    description:
      'Confirming an item again with the same code shows it and changes nothing. A code lasts five minutes and five tries. An item that does not exist is answered like a wrong code.',
    problems: [
      [409, 'platform.conflict'],
      [422, 'platform.code'],
    ],
    tag: 'feedback',
    action: 'feedback.send',
    params: byId,
    body: answerChallengeSchema,
    status: 200,
    answer: feedbackItemSchema,
    handle: async ({ database, params, body }) => {
      if (!(await tryCode(services, database, params.id, body.code))) {
        return Answered.refused(new Problem(422, 'platform.code'))
      }
      const row = await load(database, params.id)
      if (row.item.receivedAt !== undefined) return forCitizen(row.item)
      const item = asCitizen(() => received(services, row.item))
      return forCitizen(await save(services, database, row.item, item))
    },
  })
}

function followRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/feedback/{id}',
    id: 'followFeedback',
    summary: 'Follow an item by reference and phone',
    description:
      'Without the names of the officers. A wrong reference and a wrong phone are answered like an item that does not exist.',
    problems: [[404, 'platform.not-found']],
    tag: 'feedback',
    action: 'feedback.own',
    params: byId,
    headers: ownHeaders,
    status: 200,
    answer: feedbackItemSchema,
    handle: async ({ database, params, context }) =>
      forCitizen(await ownItem(services, database, params.id, context)),
  })
}

/** Feedback as citizens see it: report, confirm, follow. */
export function citizenFeedbackRoutes(app: App, services: Services): void {
  submitRoute(app, services)
  confirmRoute(app, services)
  followRoute(app, services)
}
