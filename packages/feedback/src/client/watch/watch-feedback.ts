import { ParseError } from '@tiemchung/core'
import type { Http } from '@tiemchung/http'
import { parseWith } from '@tiemchung/schemas'
import { type FeedbackNotification, feedbackNotificationSchema } from '@tiemchung/schemas/wire'
import { errorCatalogue } from '../../errors.js'
import type { CallOptions } from '../call-options.js'

/** What watching can say. */
export interface WatchOptions extends CallOptions {
  /** The `id` of the last change that was seen; what came after it is told first. Default: from now on. */
  readonly since?: string
  /** Milliseconds without a sign of life after which the connection is made again. Default 45 000. */
  readonly silenceMs?: number
}

/** A change of an item, and what to give as `since` after it. */
export interface WatchedChange {
  readonly id: string | undefined
  readonly change: FeedbackNotification
}

function readMessage(data: string): unknown {
  try {
    return JSON.parse(data) as unknown
  } catch {
    // The parser's own message quotes the text.
    throw new ParseError(errorCatalogue, 'feedback.watch.message')
  }
}

/** Of messages of other types, as later versions may send, nothing is known. */
const isChange = (message: unknown): boolean =>
  (message as { type?: unknown } | null)?.type === 'feedback.changed'

/** The changes that one's own desk may see, as they come, for as long as they are read. */
export async function* watchFeedback(
  http: Http,
  { since, silenceMs, signal }: WatchOptions,
): AsyncGenerator<WatchedChange> {
  const events = http.events('/v1/feedback/events', {
    ...(since === undefined ? {} : { after: since }),
    ...(silenceMs === undefined ? {} : { silenceMs }),
    ...(signal === undefined ? {} : { signal }),
  })
  for await (const { id, data } of events) {
    const message = readMessage(data)
    if (isChange(message)) yield { id, change: parseWith(feedbackNotificationSchema, message) }
  }
}
