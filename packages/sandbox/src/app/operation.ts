import { createRoute, type OpenAPIHono, type RouteConfig } from '@hono/zod-openapi'
import type { JsonValue } from '@tiemchung/core'
import { issuesFromPaths } from './issues.js'
import { problemSchema, type Role } from '@tiemchung/schemas/wire'
import type { Context } from 'hono'
import * as z from 'zod'
import type { Account } from '../account/accounts.js'
import { accountOf } from '../account/sessions.js'
import type { Queryable } from '../database/database.js'
import { answerOnce, type KeptAnswer } from '../idempotency/answer-once.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'

/** What every request carries inside the app. */
export interface Variables {
  requestId: string
  account: Account
}

export type App = OpenAPIHono<{ Variables: Variables }>
export type AppContext = Context<{ Variables: Variables }>

/** What a handler is given: checked input, who asks, and a database that commits with the answer. */
export interface Asked<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly account: Account
  readonly database: Queryable
  readonly context: AppContext
  readonly bytes: Uint8Array
}

/** One operation of the API. */
export interface OperationSpec<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
> {
  readonly method: 'get' | 'put' | 'post'
  /** Path with `{name}` for parameters. */
  readonly path: string
  readonly summary: string
  readonly tag: string
  /** Roles that may; `public` needs no session. */
  readonly roles: readonly Role[] | 'public'
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** Media types of a body that is bytes, not JSON. */
  readonly bytes?: readonly string[]
  readonly status: 200 | 201 | 202
  readonly answer: z.ZodType
  readonly handle: (
    asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<KeptAnswer['body'] | Answered>
}

/** An answer with another status than the usual one. */
export class Answered {
  readonly status: number
  readonly body: JsonValue

  constructor(status: number, body: unknown) {
    this.status = status
    this.body = body as JsonValue
  }

  /** A refusal whose effects, such as a counted try, are kept: a thrown problem undoes them. */
  static refused(problem: Problem): Answered {
    return new Answered(problem.status, problem.toBody())
  }
}

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

const problemAnswer = {
  description: 'A problem (RFC 9457)',
  content: { 'application/problem+json': { schema: problemSchema } },
}

const empty = z.object({})

function routeOf(
  spec: OperationSpec<z.ZodType, z.ZodType, z.ZodType>,
): RouteConfig & { getRoutingPath(): string } {
  const content =
    spec.bytes === undefined
      ? spec.body && { 'application/json': { schema: spec.body } }
      : Object.fromEntries(
          spec.bytes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
        )
  return createRoute({
    method: spec.method,
    path: spec.path,
    summary: spec.summary,
    tags: [spec.tag],
    ...(spec.roles === 'public' ? {} : { security: [{ session: [] }] }),
    request: {
      ...(spec.params === undefined ? {} : { params: spec.params as z.ZodObject }),
      ...(spec.query === undefined ? {} : { query: spec.query as z.ZodObject }),
      ...(content === undefined ? {} : { body: { required: true, content } }),
    },
    responses: {
      [spec.status]: {
        description: spec.summary,
        content: { 'application/json': { schema: spec.answer } },
      },
      default: problemAnswer,
    },
  } as RouteConfig)
}

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

const nobody: Account = { name: '', role: 'citizen', unit: undefined }

async function callerOf(
  services: Services,
  context: AppContext,
  roles: OperationSpec<z.ZodType, z.ZodType, z.ZodType>['roles'],
): Promise<Account> {
  if (roles === 'public') return nobody
  const token = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1]
  const account = await accountOf(services.database, services.world, token)
  if (!roles.includes(account.role)) throw new Problem(403, 'platform.forbidden')
  return account
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
    const account = await callerOf(services, context, spec.roles)
    const bytes = new Uint8Array(await context.req.arrayBuffer())
    const asked = {
      params: checked(spec.params, context.req.param(), 'path'),
      query: checked(spec.query, context.req.query(), 'query'),
      body: await bodyOf(loose, bytes),
      account,
      context,
      bytes,
    }
    const effect = async (database: Queryable): Promise<KeptAnswer> => {
      const result = await loose.handle({ ...asked, database })
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
  return {
    caller: account.name,
    key: context.req.header('idempotency-key'),
    requestHash: services.world.hash(`${method} ${path} ${services.world.hash(bytes)}`),
  }
}
