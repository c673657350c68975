import { fromHex, toBase64 } from '@tiemchung/core'
import {
  checkEvidence,
  dueAt,
  type FeedbackAction,
  feedbackPolicy9458,
  routeFeedback,
  sniffMediaType,
  transition,
} from '@tiemchung/feedback/rules'
import {
  evidenceSchema,
  type FeedbackDecision,
  type FeedbackItem,
  feedbackItemSchema,
  feedbackRequestSchema,
  feedbackStateSchema,
  uuidSchema,
} from '@tiemchung/schemas'
import {
  answerChallengeSchema,
  decideFeedbackSchema,
  pageSchema,
  resolveFeedbackSchema,
  submittedSchema,
  takeFeedbackSchema,
} from '@tiemchung/schemas/wire'
import * as z from 'zod'
import { type Account, sendMessage } from '../account/accounts.js'
import { addOperation, Answered, type App } from '../app/operation.js'
import { keyOf, page, pageQuery } from '../app/page.js'
import { one, type Queryable } from '../database/database.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'

const staff = [
  'facility-staff',
  'facility-head',
  'commune-station',
  'district-centre',
  'province',
  'ministry',
] as const

const byId = z.object({ id: uuidSchema })
const mostTries = 5
const policy = feedbackPolicy9458

interface Row {
  item: FeedbackItem
  phone: string
  code_hash: string | null
  tries: number
}

async function load(database: Queryable, id: string): Promise<Row> {
  const row = await one<Row>(
    database,
    'select item, phone, code_hash, tries from feedback where id = $1 for update',
    [id],
  )
  if (row === undefined) throw new Problem(404, 'platform.not-found')
  return row
}

async function save(database: Queryable, item: FeedbackItem): Promise<FeedbackItem> {
  await database.query(
    'update feedback set state = $2, revision = $3, unit = $4, item = $5::jsonb where id = $1',
    [item.id, item.state, item.revision, item.handler.unit, JSON.stringify(item)],
  )
  return item
}

/** The item after an action: the next state, one revision on, one event more. */
function after(
  services: Services,
  item: FeedbackItem,
  action: FeedbackAction,
  more: { officer?: string; decision?: FeedbackDecision } = {},
): FeedbackItem {
  const state = transition(item.state, action)
  const at = services.world.clock.now().toISOString()
  return {
    ...item,
    state,
    revision: item.revision + 1,
    ...(more.decision === undefined ? {} : { decision: more.decision }),
    events: [...item.events, { at, state, ...more }],
  }
}

/** A reference that a person can read out: twelve letters and digits without look-alikes. */
function referenceOf(services: Services): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  const digest = services.world.hash(services.world.newSecret())
  const picked = Array.from({ length: 12 }, (_, index) => {
    const value = Number.parseInt(digest.slice(index * 2, index * 2 + 2), 16)
    return letters[value % letters.length] ?? 'A'
  }).join('')
  return `${picked.slice(0, 4)}-${picked.slice(4, 8)}-${picked.slice(8)}`
}

/** What a citizen sees: not which officer did what. */
const forCitizen = (item: FeedbackItem): FeedbackItem => ({
  ...item,
  events: item.events.map(({ officer: _, ...event }) => event),
})

async function sendCode(
  services: Services,
  database: Queryable,
  id: string,
  phone: string,
): Promise<void> {
  const code = services.world.newCode()
  await database.query('update feedback set code_hash = $2 where id = $1', [
    id,
    services.world.hash(id + code),
  ])
  const text = `Mã xác nhận phản ánh: ${code}`
  await sendMessage(database, services.world, { phone, purpose: 'feedback', text })
}

function citizenRoutes(app: App, services: Services): void {
  const { world } = services
  addOperation(app, services, {
    method: 'put',
    path: '/v1/feedback/{id}',
    summary: 'Report wrong data; a one-time code is sent',
    tag: 'feedback',
    roles: 'public',
    params: byId,
    body: feedbackRequestSchema,
    status: 202,
    answer: submittedSchema,
    handle: async ({ database, params, body, bytes }) => {
      if (params.id !== body.id) throw new Problem(422, 'platform.id-mismatch')
      const hash = world.hash(bytes)
      const known = await one<{ reference: string; request_hash: string }>(
        database,
        'select reference, request_hash from feedback where id = $1',
        [body.id],
      )
      if (known !== undefined) {
        if (known.request_hash !== hash) throw new Problem(409, 'platform.conflict')
        return { id: body.id, reference: known.reference }
      }
      const item: FeedbackItem = {
        id: body.id,
        reference: referenceOf(services),
        request: body,
        state: 'awaiting-code',
        handler: routeFeedback(body, policy),
        evidence: [],
        events: [],
        revision: 0,
      }
      const { phone } = body.reporter
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
          hash,
          world.clock.now().toISOString(),
        ],
      )
      await sendCode(services, database, item.id, phone)
      return { id: item.id, reference: item.reference }
    },
  })
  addOperation(app, services, {
    method: 'post',
    path: '/v1/feedback/{id}/confirmation',
    summary: 'Confirm with the one-time code; the clock starts',
    tag: 'feedback',
    roles: 'public',
    params: byId,
    body: answerChallengeSchema,
    status: 200,
    answer: feedbackItemSchema,
    handle: async ({ database, params, body }) => {
      const row = await load(database, params.id)
      if (row.item.state !== 'awaiting-code') return forCitizen(row.item)
      await database.query('update feedback set tries = tries + 1 where id = $1', [params.id])
      const right = world.same(row.code_hash ?? '', world.hash(params.id + body.code))
      if (!right || row.tries >= mostTries) {
        return new Answered(422, new Problem(422, 'platform.code').toBody(''))
      }
      const now = world.clock.now()
      const item = {
        ...after(services, row.item, 'confirm'),
        receivedAt: now.toISOString(),
        dueAt: dueAt(now, policy).toISOString(),
      }
      return forCitizen(await save(database, item))
    },
  })
  addOperation(app, services, {
    method: 'get',
    path: '/v1/feedback/{id}',
    summary: 'Follow an item by reference and phone',
    tag: 'feedback',
    roles: 'public',
    params: byId,
    status: 200,
    answer: feedbackItemSchema,
    handle: async ({ database, params, context }) => {
      const row = await one<Row>(database, 'select item, phone from feedback where id = $1', [
        params.id,
      ])
      const reference = context.req.header('x-feedback-reference') ?? ''
      const phone = context.req.header('x-feedback-phone') ?? ''
      const known = row !== undefined && row.item.reference === reference && row.phone === phone
      if (!known) throw new Problem(404, 'platform.not-found')
      return forCitizen(row.item)
    },
  })
}

function evidenceRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'put',
    path: '/v1/feedback/{id}/evidence/{evidenceId}',
    summary: 'Attach a photo or PDF',
    tag: 'feedback',
    roles: 'public',
    params: z.object({ id: uuidSchema, evidenceId: uuidSchema }),
    bytes: policy.evidence.mediaTypes,
    status: 201,
    answer: evidenceSchema,
    handle: async ({ database, params, bytes, context }) => {
      const { item } = await load(database, params.id)
      const sha256 = services.world.hash(bytes)
      const digest = `sha-256=:${toBase64(fromHex(sha256))}:`
      const mediaType = sniffMediaType(bytes)
      const sound =
        checkEvidence(bytes, policy).length === 0 &&
        mediaType === context.req.header('content-type') &&
        digest === context.req.header('content-digest')
      if (!sound) throw new Problem(422, 'platform.evidence')
      const known = item.evidence.find((one) => one.id === params.evidenceId)
      if (known !== undefined) return known
      if (item.evidence.length >= policy.evidence.most) throw new Problem(422, 'platform.evidence')
      const evidence = evidenceSchema.parse({
        id: params.evidenceId,
        mediaType,
        bytes: bytes.length,
        sha256,
      })
      await database.query(
        'insert into evidence (id, feedback, body, bytes) values ($1, $2, $3::jsonb, $4)',
        [evidence.id, item.id, JSON.stringify(evidence), bytes],
      )
      await save(database, { ...item, evidence: [...item.evidence, evidence] })
      return evidence
    },
  })
}

/** The item that an officer acts on, if it is theirs and nobody acted on it since. */
async function mine(
  database: Queryable,
  id: string,
  account: Account,
  revision: number,
): Promise<FeedbackItem> {
  const { item } = await load(database, id)
  if (item.handler.unit !== account.unit) throw new Problem(403, 'platform.forbidden')
  if (item.revision !== revision) throw new Problem(409, 'platform.conflict', { current: item })
  return item
}

const actionOf: Readonly<Record<FeedbackDecision['outcome'], FeedbackAction>> = {
  approved: 'approve',
  later: 'postpone',
  rejected: 'reject',
}

function staffRoutes(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/feedback',
    summary: 'The items of a unit, oldest first',
    tag: 'feedback',
    roles: staff,
    query: z.object({ ...pageQuery, unit: z.string(), state: feedbackStateSchema.optional() }),
    status: 200,
    answer: pageSchema(feedbackItemSchema),
    handle: async ({ database, query, account }) => {
      if (account.unit !== query.unit) throw new Problem(403, 'platform.forbidden')
      const rows = await database.query<{ key: string; item: FeedbackItem }>(
        `select id::text as key, item from feedback
         where unit = $1 and id::text > $2 and ($3::text is null or state = $3)
           and state <> 'awaiting-code'
         order by id::text limit $4`,
        [query.unit, keyOf(query.cursor), query.state ?? null, query.limit + 1],
      )
      return page(
        rows,
        query.limit,
        (row) => row.key,
        (row) => row.item,
      )
    },
  })
  const act = <Body extends z.ZodType<{ revision: number }>>(
    verb: string,
    summary: string,
    body: Body,
    next: (item: FeedbackItem, body: z.output<Body>, officer: string) => FeedbackItem,
  ) => {
    addOperation(app, services, {
      method: 'post',
      path: `/v1/feedback/{id}/${verb}`,
      summary,
      tag: 'feedback',
      roles: staff,
      params: byId,
      body,
      status: 200,
      answer: feedbackItemSchema,
      handle: async ({ database, params, body: given, account }) => {
        const item = await mine(database, params.id, account, given.revision)
        return save(database, next(item, given, account.name))
      },
    })
  }
  act('take', 'Take an item into review', takeFeedbackSchema, (item, _, officer) =>
    after(services, item, 'take', { officer }),
  )
  act('decision', 'Decide', decideFeedbackSchema, (item, { decision }, officer) =>
    after(services, item, actionOf[decision.outcome], { officer, decision }),
  )
  act(
    'resolution',
    'Say which amendment it led to',
    resolveFeedbackSchema,
    (item, given, officer) => ({
      ...after(services, item, 'resolve', { officer }),
      amendmentId: given.amendmentId,
    }),
  )
}

/** Feedback: reported by citizens, decided by those who can. */
export function feedbackRoutes(app: App, services: Services): void {
  staffRoutes(app, services)
  citizenRoutes(app, services)
  evidenceRoute(app, services)
}
