import type { OpenAPIHono } from '@hono/zod-openapi'
import type { JsonValue } from '@tiemchung/core'
import type { Context } from 'hono'
import type * as z from 'zod'
import type { Account } from '../account/accounts.js'
import type { Scope } from '../authorisation/scope.js'
import type { Action } from '../authorisation/table.js'
import type { Queryable } from '../database/database.js'
import type { ProblemCode } from '../errors.js'
import type { KeptAnswer } from '../idempotency/answer-once.js'
import type { Tag } from '../openapi/tags.js'
import type { Problem } from '../problem.js'

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
  /** Whose data the caller may act on; asked before the operation acts. */
  readonly scope: Scope
  readonly database: Queryable
  readonly context: AppContext
  readonly bytes: Uint8Array
}

/** A status, and a code that comes with it. */
export type ProblemAnswer = readonly [status: number, code: ProblemCode]

/** One operation of the API. */
export interface OperationSpec<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
> {
  readonly method: 'get' | 'put' | 'post' | 'patch'
  /** Path with `{name}` for parameters. */
  readonly path: string
  /** The name by which generated clients call it. */
  readonly id: string
  readonly summary: string
  /** What a caller has to know beside the summary. */
  readonly description: string
  readonly tag: Tag
  /** What the authorisation table calls it: who may, and on whose data. */
  readonly action: Action
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** Media types of a body that is bytes, not JSON. */
  readonly bytes?: readonly string[]
  /** The most bytes that a body may have. Default 16 MiB. */
  readonly largest?: number
  readonly status: 200 | 201 | 202
  readonly answer: z.ZodType
  /** Whether the same thing sent again, under its id and another key, is answered with 200. */
  readonly repeats?: true
  /** Whether its answer holds secrets: under an `Idempotency-Key` it is kept sealed. */
  readonly secret?: true
  /** Headers that it reads, beside those of every request. */
  readonly headers?: z.ZodObject
  /** Refusals of its own, beside those that follow from body, action and method. */
  readonly problems?: readonly ProblemAnswer[]
  readonly handle: (
    asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<KeptAnswer['body'] | Answered>
  /** Media types of an answer by `stream`. Default: server-sent events. */
  readonly answerTypes?: readonly string[]
  /** In place of `handle`: an answer that goes on, as server-sent events. Nothing of it is kept. */
  readonly stream?: (
    asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<Response>
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
