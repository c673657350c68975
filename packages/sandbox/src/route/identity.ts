import { uuidSchema } from '@tiemchung/schemas'
import {
  type RegisterCorrection,
  registerCorrectionSchema,
  type VerificationBatchRequest,
  type VerificationRequest,
  type VerificationResult,
  verificationBatchRequestSchema,
  verificationBatchSchema,
  verificationRequestSchema,
  verificationResultSchema,
} from '@tiemchung/schemas/wire'
import { canonicalJson } from '@tiemchung/core'
import * as z from 'zod'
import type { Account } from '../account/accounts.js'
import { addOperation } from '../app/operation.js'
import type { App } from '../app/operation-spec.js'
import { one, type Queryable } from '../database/database.js'
import { Problem } from '../problem.js'
import { askRegister, correctRegister } from '../registry/register.js'
import type { Services } from '../services.js'

/**
 * Forgets answers that are older than they may be held. Of a match it stays that there was one, for a
 * record that was signed on it and comes late; it is not given out again.
 */
async function forgetLapsed({ world, holdDays }: Services, database: Queryable): Promise<void> {
  const end = new Date(world.clock.now().getTime() - holdDays * 86_400_000).toISOString()
  await database.query(
    `update verification set
       number = case when result->>'outcome' = 'match' then number else '' end,
       result = case when result->>'outcome' = 'match' then '{"outcome": "match"}'::jsonb else '{}' end
     where (result->>'at')::timestamptz <= $1::timestamptz`,
    [end],
  )
}

/**
 * What was answered to these questions before, by their ids.
 *
 * @throws Problem `platform.conflict`; `platform.lapsed` when an answer is forgotten
 */
async function keptAnswers(
  database: Queryable,
  claims: ReadonlyMap<string, string>,
): Promise<Map<string, VerificationResult>> {
  const rows = await database.query<{ id: string; claim_hash: string; result: VerificationResult }>(
    `select id, claim_hash, result from verification
     where id in (select value::uuid from jsonb_array_elements_text($1::jsonb))`,
    [JSON.stringify([...claims.keys()])],
  )
  if (rows.some((row) => row.claim_hash !== claims.get(row.id))) {
    throw new Problem(409, 'platform.conflict')
  }
  if (rows.some(({ result }) => !('at' in result))) throw new Problem(410, 'platform.lapsed')
  return new Map(rows.map((row) => [row.id, row.result]))
}

/** Each question by its id. The same one may stand twice; two under one id may not. */
function questionsById(requests: readonly VerificationRequest[]) {
  const byId = new Map<string, VerificationRequest>()
  for (const request of requests) {
    const known = byId.get(request.id)
    if (known !== undefined && canonicalJson(known) !== canonicalJson(request)) {
      throw new Problem(409, 'platform.conflict')
    }
    byId.set(request.id, request)
  }
  return byId
}

/** Answers each question once: asked again under the same id, it gets the answer that it got. */
async function verifyOnce(
  services: Services,
  database: Queryable,
  requests: readonly VerificationRequest[],
): Promise<readonly VerificationResult[]> {
  const questions = questionsById(requests)
  await forgetLapsed(services, database)
  const hashed = [...questions].map(
    ([id, request]) => [id, services.world.hash(canonicalJson(request))] as const,
  )
  const claims = new Map(hashed)
  const answers = await keptAnswers(database, claims)
  const open = [...questions.values()].filter(({ id }) => !answers.has(id))
  const results = await askRegister(database, open, services.world.clock.now())
  const rows = results.map((result, index) => ({
    id: result.id,
    number: open[index]?.number,
    claim_hash: claims.get(result.id),
    result,
  }))
  await database.query(
    `insert into verification (id, number, claim_hash, result)
     select * from jsonb_to_recordset($1::jsonb)
       as given (id uuid, number text, claim_hash text, result jsonb)`,
    [JSON.stringify(rows)],
  )
  for (const result of results) answers.set(result.id, result)
  return requests.map(({ id }) => answers.get(id) as VerificationResult)
}

/** Takes a batch in, once; nothing of it is answered yet. */
async function startBatch(
  database: Queryable,
  account: Account,
  batch: VerificationBatchRequest,
): Promise<void> {
  const kept = await one<{ body: VerificationBatchRequest; account: string }>(
    database,
    'select body, account from verification_batch where id = $1',
    [batch.id],
  )
  if (kept === undefined) {
    await database.query(
      'insert into verification_batch (id, body, polls, account) values ($1, $2::jsonb, 0, $3)',
      [batch.id, JSON.stringify(batch), account.name],
    )
    return
  }
  const same = kept.account === account.name && canonicalJson(kept.body) === canonicalJson(batch)
  if (!same) throw new Problem(409, 'platform.conflict')
}

/** A batch is answered to the account that asked. */
async function answerBatch(
  services: Services,
  database: Queryable,
  account: Account,
  id: string,
): Promise<{ id: string; state: 'pending' | 'done'; results: VerificationResult[] }> {
  const row = await one<{ body: VerificationBatchRequest; polls: number }>(
    database,
    `update verification_batch set polls = polls + 1 where id = $1 and account = $2
     returning body, polls`,
    [id, account.name],
  )
  if (row === undefined) throw new Problem(404, 'platform.not-found')
  if (row.polls <= services.batchPolls) return { id, state: 'pending', results: [] }
  const results = await verifyOnce(services, database, row.body.requests)
  return { id, state: 'done', results: [...results] }
}

/** Corrects the register, once: the same correction sent again changes nothing more. */
async function correctOnce(
  services: Services,
  database: Queryable,
  correction: RegisterCorrection,
): Promise<string> {
  const kept = await one<{ body: RegisterCorrection; at: string | Date }>(
    database,
    'select body, at from register_correction where id = $1',
    [correction.id],
  )
  if (kept !== undefined) {
    const same = canonicalJson(kept.body) === canonicalJson(correction)
    if (!same) throw new Problem(409, 'platform.conflict')
    return new Date(kept.at).toISOString()
  }
  if (!(await correctRegister(database, correction))) throw new Problem(404, 'platform.not-found')
  const at = services.world.clock.now().toISOString()
  await database.query(
    'insert into register_correction (id, number, body, at) values ($1, $2, $3::jsonb, $4)',
    [correction.id, correction.number, JSON.stringify(correction), at],
  )
  return at
}

function verifyRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'post',
    path: '/v1/identity/verifications',
    id: 'verifyIdentity',
    summary: 'Verify one claimed identity',
    description:
      'The population register compares number, name, birth date and sex exactly and names the fields that differ, never its own values. The same question under the same id gets the answer that it got.',
    problems: [
      [409, 'platform.conflict'],
      [410, 'platform.lapsed'],
    ],
    tag: 'identity',
    action: 'identity.verify',
    body: verificationRequestSchema,
    status: 200,
    answer: verificationResultSchema,
    handle: async ({ database, body }) =>
      (await verifyOnce(services, database, [body]))[0] as VerificationResult,
  })
}

function startBatchRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'post',
    path: '/v1/identity/batches',
    id: 'startVerificationBatch',
    summary: 'Verify many; answered later',
    description: 'Up to a thousand questions. Poll the batch until it is done.',
    problems: [[409, 'platform.conflict']],
    tag: 'identity',
    action: 'identity.verify',
    body: verificationBatchRequestSchema,
    status: 202,
    answer: verificationBatchSchema,
    handle: async ({ database, body, account }) => {
      await startBatch(database, account, body)
      return { id: body.id, state: 'pending', results: [] }
    },
  })
}

function batchRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/identity/batches/{id}',
    id: 'getVerificationBatch',
    summary: 'A batch as it stands',
    description: 'Answered to the account that sent the batch, in the order of its questions.',
    problems: [
      [404, 'platform.not-found'],
      [409, 'platform.conflict'],
      [410, 'platform.lapsed'],
    ],
    tag: 'identity',
    action: 'identity.batch',
    params: z.object({ id: uuidSchema }),
    status: 200,
    answer: verificationBatchSchema,
    handle: ({ params, scope }) =>
      services.database.transaction((inside) =>
        answerBatch(services, inside, scope.own, params.id),
      ),
  })
}

function correctionRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'put',
    path: '/v1/register/corrections/{id}',
    id: 'correctRegister',
    summary: 'Correct the register, after papers were checked',
    description:
      'Only the fields that are sent change. Commune police decide; a correction is made once.',
    problems: [
      [404, 'platform.not-found'],
      [409, 'platform.conflict'],
      [422, 'platform.id-mismatch'],
    ],
    tag: 'identity',
    action: 'register.correct',
    params: z.object({ id: uuidSchema }),
    body: registerCorrectionSchema,
    status: 200,
    answer: z.strictObject({ id: uuidSchema, at: z.string() }),
    handle: async ({ database, params, body }) => {
      if (params.id !== body.id) throw new Problem(422, 'platform.id-mismatch')
      return { id: body.id, at: await correctOnce(services, database, body) }
    },
  })
}

/** Questions to the population register, and what the police change in it. */
export function identityRoutes(app: App, services: Services): void {
  verifyRoute(app, services)
  startBatchRoute(app, services)
  batchRoute(app, services)
  correctionRoute(app, services)
}
