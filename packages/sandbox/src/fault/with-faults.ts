import { sentencesFor } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { Services } from '../services.js'
import type { Fault } from './faults.js'

/** A handler of requests, and of where they came from. */
export type Handler = (request: Request, from?: { readonly address?: string }) => Promise<Response>

function problemOf(code: 'platform.unavailable' | 'platform.signed-out', status: number): object {
  const sentences = sentencesFor(errorCatalogue[code])
  const type = `https://tiemchung.dev/errors#${code}`
  return { type, title: sentences.en, status, code, sentences }
}

/** What gateways do that cannot let a status through: all is well, says the status. */
const expiredInBody = (): Response => Response.json(problemOf('platform.signed-out', 401))

function unavailable(fault: Fault): Response {
  const body = problemOf('platform.unavailable', fault.status)
  const headers = new Headers({ 'content-type': 'application/problem+json' })
  if (fault.retryAfterSeconds !== undefined) {
    headers.set('retry-after', String(fault.retryAfterSeconds))
  }
  return new Response(JSON.stringify(body), { status: fault.status, headers })
}

/** The answer in trickles: a byte at a time would never end, so ten pieces with a wait before each. */
async function slowly(answer: Response, fault: Fault, services: Services): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const size = Math.max(1, Math.ceil(bytes.length / 10))
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      if (sent >= bytes.length) {
        controller.close()
        return
      }
      await services.world.sleep(fault.ms / 10)
      controller.enqueue(bytes.subarray(sent, sent + size))
      sent += size
    },
  })
  return new Response(body, { status: answer.status, headers: answer.headers })
}

/** The first half of the answer, and then the connection breaks. */
async function cutShort(answer: Response): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  let isBegun = false
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (isBegun) controller.error(new TypeError('terminated'))
      else controller.enqueue(bytes.subarray(0, bytes.length >> 1))
      isBegun = true
    },
  })
  return new Response(body, { status: answer.status, headers: answer.headers })
}

/**
 * A handler that meets the scripted faults. A dropped answer rejects as a broken connection does; on a
 * port the server turns that into one.
 */
export function withFaults(handler: Handler, services: Services): Handler {
  return async (request, from) => {
    const { pathname } = new URL(request.url)
    const control = pathname.startsWith('/_sandbox')
    const fault = control ? undefined : services.faults.meet(request.method, pathname)
    if (fault === undefined) return handler(request, from)
    if (fault.kind === 'status') return unavailable(fault)
    if (fault.kind === 'token-expired-in-body') return expiredInBody()
    if (fault.kind === 'delay') await services.world.sleep(fault.ms)
    const answer = await handler(request, from)
    if (fault.kind === 'drop-after-commit') throw new TypeError('fetch failed')
    if (fault.kind === 'status-after-commit') return unavailable(fault)
    if (fault.kind === 'cut-body') return cutShort(answer)
    return fault.kind === 'slow-body' ? slowly(answer, fault, services) : answer
  }
}
