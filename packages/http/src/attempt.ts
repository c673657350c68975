import { type HeadersLike, uuidv7 } from '@tiemchung/core'
import ky from 'ky'
import { readBody } from './answer/read-body.js'
import { type RequestEvent, tell, visibleHeaders } from './hooks.js'
import type { Line } from './line.js'
import type { Plan } from './request/plan.js'
import type { HttpWorld } from './world.js'

/** An answer with its body. */
export interface Received {
  readonly status: number
  readonly headers: HeadersLike
  /** The server's id of the request, or ours. */
  readonly requestId: string
  /** Undefined when it is longer than may be read. */
  readonly body: Uint8Array | undefined
}

/** The longest body of a refusal that is read; a problem document is shorter by far. */
const longestProblem = 2 ** 18

/** A request as it goes out: a plan, with what is new in each attempt. */
export interface Outgoing {
  readonly plan: Plan
  readonly requestId: string
  readonly headers: Headers
  readonly event: RequestEvent
}

const idHeader = 'x-request-id'

/** An id that a server may send back; anything else is not shown. */
const idPattern = /^[\x21-\x7e]{1,128}$/

/** Dresses a plan for one attempt. */
export function outgoing(
  world: HttpWorld,
  plan: Plan,
  attempt: number,
  shownUrl: string,
  token: string | undefined,
): Outgoing {
  const requestId = uuidv7(world)
  const headers = new Headers(plan.headers)
  headers.set(idHeader, requestId)
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
  const event = {
    method: plan.method,
    url: shownUrl,
    requestId,
    attempt,
    headers: visibleHeaders(headers),
  }
  return { plan, requestId, headers, event }
}

/** An answer whose body is still to be read. */
export interface Opened {
  readonly response: Response
  /** The server's id of the request, or ours. */
  readonly requestId: string
}

/** Sends once, and gives the answer as soon as its head is there. Redirects are not followed. */
export async function open(
  { world, hooks }: Pick<Line, 'world' | 'hooks'>,
  { plan, requestId, headers, event }: Outgoing,
  signal: AbortSignal,
): Promise<Opened> {
  const began = world.clock.now().getTime()
  tell(hooks.onRequest, event)
  const response = await ky(plan.url, {
    method: plan.method,
    headers,
    ...(plan.body === undefined ? {} : { body: plan.body as BodyInit }),
    signal,
    redirect: 'manual',
    // Called with the request alone, and its answer awaited: servers' own `fetch` read a second
    // argument as their environment and may answer at once.
    fetch: async (request) => (await world.fetch(request)) as Response,
    timeout: false,
    retry: 0,
    throwHttpErrors: false,
  })
  const serverId = response.headers.get(idHeader)
  const known = serverId !== null && idPattern.test(serverId) ? serverId : undefined
  tell(hooks.onResponse, {
    ...event,
    status: response.status,
    ...(known === undefined ? {} : { serverRequestId: known }),
    responseHeaders: visibleHeaders(response.headers),
    durationMs: Math.max(0, world.clock.now().getTime() - began),
  })
  return { response, requestId: known ?? requestId }
}

/** Reads an answer to its end; of a refusal no more than a problem document has. */
export async function readWhole(
  { response, requestId }: Opened,
  maxBytes: number,
): Promise<Received> {
  const { ok, status, headers } = response
  const body = await readBody(response, ok ? maxBytes : Math.min(maxBytes, longestProblem))
  return { status, headers, requestId, body }
}

/** Sends once and reads the answer. No status is an error here. */
export async function send(
  line: Pick<Line, 'world' | 'hooks' | 'maxBytes'>,
  request: Outgoing,
  signal: AbortSignal,
): Promise<Received> {
  return readWhole(await open(line, request, signal), line.maxBytes)
}
