/** Reads the body of an answer chunk by chunk, no further than the cap. */
import { type HeadersLike, HttpError } from '@tiemchung/core'
import { fetchErrors } from '../errors/fetch-errors.js'
import type { Deadline } from './deadline.js'

/** What is needed of a `Response`. */
export interface Answer {
  readonly status: number
  readonly headers: HeadersLike
  readonly type?: string
  readonly url?: string
  readonly body?: Body | null
  arrayBuffer(): Promise<ArrayBuffer>
}

interface Body {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: unknown }>
    cancel(): Promise<unknown>
  }
  cancel(): Promise<unknown>
}

const tooLarge = (maxBytes: number) =>
  new HttpError(fetchErrors, 'certificate-fetch.too-large', { params: { maxBytes } })

/** Lets go of a body that nobody reads; whatever the host says to it, the exchange is over. */
export function discard(body: Pick<Body, 'cancel'> | null | undefined): void {
  body?.cancel().catch(() => undefined)
}

/** The length that is stated, when one is. */
function statedLength(headers: HeadersLike): number | undefined {
  const text = headers.get('content-length') ?? ''
  return /^\d+$/.test(text) ? Number(text) : undefined
}

/** Bytes put together as they come: a server decides how many chunks there are, so none is kept. */
class Gathered {
  #bytes = new Uint8Array(0)
  #length = 0

  add(chunk: Uint8Array): void {
    const length = this.#length + chunk.length
    if (length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.#bytes.length))
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes.set(chunk, this.#length)
    this.#length = length
  }

  get whole(): Uint8Array {
    return this.#length === this.#bytes.length ? this.#bytes : this.#bytes.slice(0, this.#length)
  }
}

async function streamed(body: Body, maxBytes: number, { within }: Deadline): Promise<Uint8Array> {
  const reader = body.getReader()
  const gathered = new Gathered()
  let spent = 0
  try {
    for (;;) {
      const { done, value } = await within(reader.read())
      if (done) return gathered.whole
      if (!(value instanceof Uint8Array)) throw new TypeError('a chunk that is no bytes')
      // An empty chunk costs as much as one octet: an endless row of them ends as well.
      spent += Math.max(value.length, 1)
      if (spent > maxBytes) throw tooLarge(maxBytes)
      gathered.add(value)
    }
  } catch (caught) {
    discard(reader)
    throw caught
  }
}

/** A host without streams reads at once: only what states a length within the cap. */
async function atOnce(answer: Answer, maxBytes: number, { within }: Deadline): Promise<Uint8Array> {
  if (statedLength(answer.headers) === undefined) throw tooLarge(maxBytes)
  const bytes = new Uint8Array(await within(answer.arrayBuffer()))
  if (bytes.length > maxBytes) throw tooLarge(maxBytes)
  return bytes
}

/**
 * The bytes of a body as they come out of the host, that is without transfer encodings: a small answer
 * that grows when it is unpacked stops at the cap as well.
 */
export async function readBody(
  answer: Answer,
  maxBytes: number,
  limit: Deadline,
): Promise<Uint8Array> {
  const { body, headers } = answer
  if ((statedLength(headers) ?? 0) > maxBytes) {
    discard(body)
    throw tooLarge(maxBytes)
  }
  if (body === null) return new Uint8Array()
  return body === undefined ? atOnce(answer, maxBytes, limit) : streamed(body, maxBytes, limit)
}
