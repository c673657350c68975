import { issuesFromPaths } from './issues.js'
import * as z from 'zod'
import type { Account } from '../account/accounts.js'
import { authorise } from '../authorisation/authorise.js'
import type { Queryable } from '../database/database.js'
import { answerOnce, type KeptAnswer } from '../idempotency/answer-once.js'
import { routeOf } from '../openapi/route.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'
import { readBody } from './read-body.js'
import { Answered, type App, type AppContext, type OperationSpec } from './operation-spec.js'

/** A problem as an answer, under the id of this request. */
export function refusal(
  context: AppContext,
  body: object,
  status: number,
  headers: Record<string, string> = {},
): Response {
  return context.json({ ...body, requestId: context.get('requestId') }, status as 400, {
    'content-type': 'application/problem+json',
    ...headers,
  })
}

const empty = z.object({})

function checked<Schema extends z.ZodType>(
  schema: Schema | undefined,
  value: unknown,
  where: string,
): z.output<Schema> {
  const result = (schema ?? empty).safeParse(value)
  if (result.success) return result.data as z.output<Schema>
  const issues = issuesFromPaths(result.error.issues, where)
  throw new Problem(422, 'platform.body', { issues })
}

async function bodyOf(
  spec: OperationSpec<z.ZodType, z.ZodType, z.ZodType>,
  bytes: Uint8Array,
): Promise<unknown> {
  if (spec.body === undefined) return {}
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Problem(400, 'platform.body')
  }
  return checked(spec.body, value, 'body')
}

/** Adds an operation to the app and to its OpenAPI document. */
export function addOperation<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
>(app: App, services: Services, spec: OperationSpec<Params, Query, Body>): void {
  const loose = spec as unknown as OperationSpec<z.ZodType, z.ZodType, z.ZodType>
  const route = routeOf(loose)
  app.openAPIRegistry.registerPath(route)
  app.on(spec.method.toUpperCase(), [route.getRoutingPath()], async (context) => {
    const { account, scope } = await authorise(services, context, spec.action)
    const bytes = await readBody(context.req.raw, spec.largest)
    const asked = {
      params: checked(spec.params, context.req.param(), 'path'),
      query: checked(spec.query, context.req.query(), 'query'),
      body: await bodyOf(loose, bytes),
      account,
      scope,
      context,
      bytes,
    }
    const effect = async (database: Queryable): Promise<KeptAnswer> => {
      const result = await loose.handle({ ...asked, database })
      // An answer by an operation that forgot to ask whose data it may act on must not leave.
      if (!scope.wasAsked) throw new Problem(500, 'platform.internal')
      return result instanceof Answered ? result : { status: spec.status, body: result }
    }
    const { status, body } =
      spec.method === 'get'
        ? await effect(services.database)
        : await answerOnce(
            services.database,
            operationOf(services, context, account, bytes),
            effect,
          )
    if (status < 400) return context.json(body as object, status as 200)
    return refusal(context, body as object, status)
  })
}

function operationOf(
  services: Services,
  context: AppContext,
  account: Account,
  bytes: Uint8Array,
): Parameters<typeof answerOnce>[1] {
  const { method, path } = context.req
  // Who has no account is told apart by what they hold: a stored answer is for those who could have got it.
  const held = ['x-feedback-reference', 'x-feedback-phone'].map((name) => context.req.header(name))
  const holder = held.every((one) => one === undefined) ? '' : services.world.hash(held.join(' '))
  return {
    caller: account.name === '' ? holder : account.name,
    key: context.req.header('idempotency-key'),
    requestHash: services.world.hash(`${method} ${path} ${services.world.hash(bytes)}`),
  }
}
