import { issuesFromPaths } from './issues.js'
import type { JsonValue } from '@tiemchung/core'
import * as z from 'zod'
import { addEntry, type AuditEntry } from '../audit/entries.js'
import type { Queryable } from '../database/database.js'
import {
  answerOnce,
  type KeptAnswer,
  type Operation,
  type Seal,
} from '../idempotency/answer-once.js'
import { routeOf } from '../openapi/route.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'
import { countedCaller } from './counted-caller.js'
import { readBody } from './read-body.js'
import {
  Answered,
  type App,
  type AppContext,
  type Asked,
  type OperationSpec,
} from './operation-spec.js'

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

type Spec = OperationSpec<z.ZodType, z.ZodType, z.ZodType>

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

async function bodyOf(spec: Spec, bytes: Uint8Array): Promise<unknown> {
  if (spec.body === undefined) return {}
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Problem(400, 'platform.body')
  }
  return checked(spec.body, value, 'body')
}

type Given = Omit<Asked<unknown, unknown, unknown>, 'database'>

/** What is asked for, once it is known who asks and what they send is read. */
async function givenIn(services: Services, spec: Spec, context: AppContext): Promise<Given> {
  const caller = await countedCaller(services, context, spec.action)
  const bytes = await readBody(context.req.raw, spec.largest)
  return {
    params: checked(spec.params, context.req.param(), 'path'),
    query: checked(spec.query, context.req.query(), 'query'),
    body: await bodyOf(spec, bytes),
    ...caller,
    context,
    bytes,
  }
}

/** Does what is asked for. */
async function act(spec: Spec, given: Given, database: Queryable): Promise<KeptAnswer> {
  const result = await spec.handle({ ...given, database })
  // An answer by an operation that forgot to ask whose data it may act on must not leave.
  if (!given.scope.wasAsked) throw new Problem(500, 'platform.internal')
  return result instanceof Answered ? result : { status: spec.status, body: result }
}

/** Does what is asked for, once, with its entry in the audit log. */
function write(services: Services, spec: Spec, given: Given): Promise<KeptAnswer> {
  return answerOnce(services.database, operationOf(services, spec, given), async (database) => {
    const answer = await act(spec, given, database)
    await addEntry(database, entryOf(services, spec, given, answer.status))
    return answer
  })
}

/** An answer that is no JSON, once the operation has asked whose data it may act on. */
async function follow({ database }: Services, spec: Spec, given: Given): Promise<Response> {
  const response = await spec.stream?.({ ...given, database })
  if (response === undefined || !given.scope.wasAsked) throw new Problem(500, 'platform.internal')
  return response
}

/** Adds an operation to the app and to its OpenAPI document. */
export function addOperation<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
>(app: App, services: Services, strict: OperationSpec<Params, Query, Body>): void {
  const spec = strict as unknown as Spec
  const route = routeOf(spec)
  app.openAPIRegistry.registerPath(route)
  app.on(spec.method.toUpperCase(), [route.getRoutingPath()], async (context) => {
    const given = await givenIn(services, spec, context)
    if (spec.stream !== undefined) return follow(services, spec, given)
    const { status, body } =
      spec.method === 'get'
        ? await act(spec, given, services.database)
        : await write(services, spec, given)
    if (status < 400) return context.json(body as object, status as 200)
    return refusal(context, body as object, status)
  })
}

/** What the audit log says of a write. */
function entryOf(
  { world }: Services,
  { action, id }: Spec,
  { account, context }: Given,
  status: number,
): AuditEntry {
  const named = Object.values(context.req.param())
  return {
    at: world.clock.now().toISOString(),
    action,
    operation: id,
    account: account.name === '' ? undefined : account.name,
    thing: named.length === 0 ? undefined : named.join('/'),
    status,
    requestId: context.get('requestId'),
  }
}

/** A seal that opens for the key and the body of a request, neither of which is kept. */
function sealFor({ world }: Services, key: string, bytes: Uint8Array): Seal {
  const secret = `${key} ${world.hash(bytes)}`
  return {
    close: (body) => world.seal(JSON.stringify(body), secret),
    open: (sealed) => JSON.parse(world.unseal(sealed, secret)) as JsonValue,
  }
}

function operationOf(
  services: Services,
  { secret }: Spec,
  { account, bytes, context }: Given,
): Operation {
  const { world } = services
  const { method, path } = context.req
  const key = context.req.header('idempotency-key')
  // Who has no account is told apart by what they hold: a stored answer is for those who could have got it.
  const held = ['x-feedback-reference', 'x-feedback-phone'].map((name) => context.req.header(name))
  const holder = held.every((one) => one === undefined) ? '' : world.hash(held.join(' '))
  return {
    caller: account.name === '' ? holder : account.name,
    key,
    keyHash: world.hash(`key ${key ?? ''}`),
    requestHash: world.hash(`${method} ${path} ${world.hash(bytes)}`),
    ...(secret === true && key !== undefined ? { seal: sealFor(services, key, bytes) } : {}),
  }
}
