import { concatBytes } from '@tiemchung/core'
import { Problem } from '../problem.js'

/** Bytes of a body, where an operation says nothing else. */
const largestBody = 16_777_216

/**
 * The bytes of a request, no more of them than an operation takes: what is larger is not read to its end.
 *
 * @throws Problem `platform.too-large`
 */
export async function readBody(request: Request, largest = largestBody): Promise<Uint8Array> {
  const refuse = () => new Problem(413, 'platform.too-large', { detail: String(largest) })
  if (Number(request.headers.get('content-length') ?? 0) > largest) throw refuse()
  if (request.body === null) return new Uint8Array()
  const reader = request.body.getReader()
  const pieces: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return concatBytes(...pieces)
    size += value.length
    if (size > largest) {
      await reader.cancel()
      throw refuse()
    }
    pieces.push(value)
  }
}
