import { type HeadersLike, uuidv7 } from '@tiemchung/core'
import ky from 'ky'
import { type Hooks, type RequestEvent, tell, visibleHeaders } from './hooks.js'
import type { Plan } from './request/plan.js'
import type { HttpWorld } from './world.js'

/** An answer with its body read to the end. */
export interface Received {
  readonly status: number
  readonly headers: HeadersLike
  /** The server's id of the request, or ours. */
  readonly requestId: string
  readonly body: Uint8Array
}

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

/** Sends once and reads the whole answer. Redirects are not followed; no status is an error here. */
export async function send(
  world: HttpWorld,
  hooks: Hooks,
  { plan, requestId, headers, event }: Outgoing,
  signal: AbortSignal,
): Promise<Received> {
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
    durationMs: world.clock.now().getTime() - began,
  })
  const body = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, requestId: known ?? requestId, body }
}
