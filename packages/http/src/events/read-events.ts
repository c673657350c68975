import { HttpError } from '@tiemchung/core'
import { createParser } from 'eventsource-parser'
import { errorCatalogue } from '../errors.js'
import type { ServerEvent } from '../http.js'

/** What the body of an answer is read by. */
export interface EventReading {
  /** Reads on, and gives up when nothing comes for too long. */
  readonly next: () => Promise<ReadableStreamReadResult<unknown>>
  readonly maxBytes: number
  /** The server asks to wait so many milliseconds before coming back. */
  readonly onRetry: (milliseconds: number) => void
  /** Bytes came, of an event or of a comment. */
  readonly onAlive: () => void
}

/**
 * The events of one connection, as far as it goes. One that was cut in its midst is dropped: it comes
 * again, as its id was not seen.
 *
 * @throws HttpError `http.size` for an event longer than an answer may be
 */
export async function* readEvents(reading: EventReading): AsyncGenerator<ServerEvent> {
  const ready: ServerEvent[] = []
  let isTooLong = false
  const parser = createParser({
    maxBufferSize: reading.maxBytes,
    onEvent: ({ id, event = 'message', data }) => ready.push({ id, type: event, data }),
    onRetry: reading.onRetry,
    onError: ({ type }) => {
      isTooLong ||= type === 'max-buffer-size-exceeded'
    },
  })
  const decoder = new TextDecoder()
  for (;;) {
    const { done, value } = await reading.next()
    if (done) return
    if (!(value instanceof Uint8Array)) throw new TypeError('a body is bytes')
    reading.onAlive()
    parser.feed(decoder.decode(value, { stream: true }))
    yield* ready.splice(0)
    if (isTooLong) throw new HttpError(errorCatalogue, 'http.size')
  }
}
