import { createRoute, type RouteConfig } from '@hono/zod-openapi'
import * as z from 'zod'
import type { OperationSpec } from '../app/operation-spec.js'
import { isPublic, rolesOf, rowOf } from '../authorisation/table.js'
import { examples } from './examples.js'
import { problemResponses } from './problems.js'

type Spec = OperationSpec<z.ZodType, z.ZodType, z.ZodType>

/** What every request that changes something may carry. */
const idempotent = z.object({
  'idempotency-key': z
    .string()
    .optional()
    .meta({ description: 'The same key with the same request gets the same answer, once done.' }),
})

function bodyOf(spec: Spec): { body?: object } {
  if (spec.bytes !== undefined) {
    // OpenAPI 3.1: bytes have no schema beside their media type.
    return {
      body: {
        required: true,
        content: Object.fromEntries(spec.bytes.map((type) => [type, { schema: {} }])) as object,
      },
    }
  }
  if (spec.body === undefined) return {}
  const content = { schema: spec.body, example: examples[spec.id]?.request }
  return { body: { required: true, content: { 'application/json': content } } }
}

function headersOf({ headers, method }: Spec): { headers?: z.ZodObject } {
  if (method === 'get') return headers === undefined ? {} : { headers }
  return { headers: headers === undefined ? idempotent : headers.extend(idempotent.shape) }
}

/** What an answer is: JSON, events, or a file. */
function contentOf(spec: Spec): object {
  const streamed = spec.stream === undefined ? undefined : ['text/event-stream']
  // OpenAPI 3.1: bytes have no schema beside their media type.
  const said = spec.answerTypes?.map((type) => [type, { schema: {} }])
  const shown = { schema: spec.answer, example: examples[spec.id]?.answer }
  const types = streamed ?? ['application/json']
  return Object.fromEntries(said ?? types.map((type) => [type, shown])) as object
}

function answersOf(spec: Spec): Record<string, object> {
  const answer = {
    description: spec.summary,
    content: contentOf(spec),
  }
  const again = { ...answer, description: `${spec.summary}: it was done before` }
  return {
    [spec.status]: answer,
    ...(spec.repeats === true ? { 200: again } : {}),
    ...problemResponses(spec),
  }
}

/** A session, none, or either. */
function securityOf({ action }: Spec): object[] {
  if (isPublic(action)) return []
  return rowOf(action).public === undefined ? [{ session: [] }] : [{ session: [] }, {}]
}

/** An operation as the OpenAPI document has it. */
export function routeOf(spec: Spec): RouteConfig & { getRoutingPath(): string } {
  return createRoute({
    method: spec.method,
    path: spec.path,
    operationId: spec.id,
    summary: spec.summary,
    description: spec.description,
    tags: [spec.tag],
    security: securityOf(spec),
    ...(isPublic(spec.action) ? {} : { 'x-roles': rolesOf(spec.action) }),
    'x-action': spec.action,
    request: {
      ...(spec.params === undefined ? {} : { params: spec.params as z.ZodObject }),
      ...(spec.query === undefined ? {} : { query: spec.query as z.ZodObject }),
      ...headersOf(spec),
      ...bodyOf(spec),
    },
    responses: answersOf(spec),
  } as RouteConfig)
}
