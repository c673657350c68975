/** Pages of other origins (Fetch standard, section 3.2: CORS). */
import type { Handler } from '../fault/with-faults.js'

const methods = 'GET, POST, PUT, PATCH, DELETE'

/** What a page may read of an answer beside what every page may. */
const exposed = 'Retry-After, X-Request-Id'

/** What is asked before a request: whether a page may send this method with these headers. */
const isPreflight = (request: Request): boolean =>
  request.method === 'OPTIONS' && request.headers.has('access-control-request-method')

function preflightAnswer(request: Request, headers: Headers): Response {
  headers.set('access-control-allow-methods', methods)
  // Which headers mean something is for the operations to say; a page may send any.
  const asked = request.headers.get('access-control-request-headers')
  if (asked !== null) headers.set('access-control-allow-headers', asked)
  headers.set('access-control-max-age', '600')
  headers.set('vary', 'Origin')
  return new Response(null, { status: 204, headers })
}

/**
 * A handler whose answers pages of these origins may read. Nothing is said to others, so that their browsers keep the
 * answer from them. It keeps nobody else out, and no cookie is read or set: who asks is known by their token.
 */
export function withOrigins(handler: Handler, origins: readonly string[]): Handler {
  if (origins.length === 0) return handler
  return async (request, from) => {
    const origin = request.headers.get('origin')
    const headers = new Headers()
    if (origin !== null && origins.includes(origin)) {
      headers.set('access-control-allow-origin', origin)
      if (isPreflight(request)) return preflightAnswer(request, headers)
      headers.set('access-control-expose-headers', exposed)
    }
    const answer = await handler(request, from)
    for (const [name, value] of headers) answer.headers.set(name, value)
    answer.headers.append('vary', 'Origin')
    return answer
  }
}
