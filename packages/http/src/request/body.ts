import { InputError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { isHostBlob } from '../host.js'

/** What is handed to the host's request, and the content type that goes with it. */
export interface Payload {
  readonly body?: string | Uint8Array | Blob
  readonly contentType?: string
}

/** What is needed of a Blob that another realm or library made. */
interface BlobLike {
  readonly type: string
  arrayBuffer(): Promise<ArrayBuffer>
}

const bytesType = 'application/octet-stream'

function refuse(cause?: unknown): InputError {
  return new InputError(errorCatalogue, 'http.body', { path: ['body'], cause })
}

function isBlobLike(value: object): value is BlobLike {
  return 'type' in value && 'arrayBuffer' in value && typeof value.arrayBuffer === 'function'
}

/** A stream can be read once only, so no retry could send it again. */
function isStream(value: object): boolean {
  return 'getReader' in value || Symbol.asyncIterator in value || Symbol.iterator in value
}

/** An instance without a field of its own, such as a promise or a buffer: JSON writes it as `{}`. */
function isSilent(value: object): boolean {
  if ('toJSON' in value || Object.keys(value).length > 0) return false
  const prototype = Object.getPrototypeOf(value) as object | null
  return prototype !== null && Object.getPrototypeOf(prototype) !== null
}

function asJson(value: unknown): Payload {
  let body: string | undefined
  try {
    body = JSON.stringify(value)
  } catch (cause) {
    throw refuse(cause)
  }
  if (body === undefined) throw refuse()
  return { body, contentType: 'application/json' }
}

/**
 * A body in a form that can be sent more than once.
 *
 * @throws InputError `http.body` for streams, for what JSON cannot carry, and for promises, buffers and
 *   other instances that JSON would write as `{}`
 */
export async function payloadOf(body: unknown): Promise<Payload> {
  if (body === undefined) return {}
  if (typeof body === 'string') return { body, contentType: 'text/plain;charset=utf-8' }
  if (body instanceof Uint8Array) return { body, contentType: bytesType }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return asJson(body)
  if (isHostBlob(body)) return { body, contentType: body.type || bytesType }
  if (isBlobLike(body)) {
    return { body: new Uint8Array(await body.arrayBuffer()), contentType: body.type || bytesType }
  }
  if (isStream(body) || isSilent(body)) throw refuse()
  return asJson(body)
}
