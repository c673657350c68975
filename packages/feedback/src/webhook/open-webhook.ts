import {
  type Clock,
  fromBase64,
  fromUtf8,
  type HeadersLike,
  InputError,
  ParseError,
  systemClock,
  utf8,
} from '@tiemchung/core'
import { feedbackNotificationSchema, type FeedbackNotification } from '@tiemchung/schemas/wire'
import { errorCatalogue } from '../errors.js'
import { type FeedbackWorld, systemWorld } from '../world.js'
import { sameCode } from './hmac.js'
import { keyOf } from './secret.js'
import { secondsOf, signatureOver, type WebhookHeaders } from './sign-webhook.js'

/** What a receiver knows. */
export interface WebhookOptions extends Partial<Pick<FeedbackWorld, 'crypto'>> {
  /** The secret, and the one before it while they are changed. */
  readonly secrets: readonly string[]
  readonly clock?: Clock
  /** Seconds by which the time of a message may be off, either way. Default 300. */
  readonly toleranceSeconds?: number
  /**
   * Whether a message of this id was taken before. Default: nobody remembers, and a message that is sent
   * twice is given out twice. Remember ids for as long as the tolerance, after the work is done.
   */
  readonly seen?: (id: string) => boolean | Promise<boolean>
}

/** A message whose signature holds. */
export interface OpenedWebhook {
  readonly id: string
  /** Whether it came before, by `seen`: answer 200 and do nothing. */
  readonly repeated: boolean
  readonly notification: FeedbackNotification
}

/** A request as it came: any host's headers, or a plain object in lower case. */
export type WebhookHeadersLike =
  | HeadersLike
  | WebhookHeaders
  | Readonly<Record<string, string | undefined>>

const defaultTolerance = 300

function headerOf(headers: WebhookHeadersLike, name: string): string {
  const value =
    'get' in headers && typeof headers.get === 'function'
      ? headers.get(name)
      : (headers as Readonly<Record<string, string | undefined>>)[name]
  if (typeof value === 'string' && value !== '') return value
  throw new InputError(errorCatalogue, 'feedback.webhook.header')
}

/** Signatures of version 1; others are not ours to read. */
function signaturesIn(header: string): readonly Uint8Array[] {
  return header
    .split(' ')
    .filter((one) => one.startsWith('v1,'))
    .flatMap((one) => {
      try {
        return [fromBase64(one.slice(3))]
      } catch {
        return []
      }
    })
}

function checkTime(
  seconds: string,
  { clock = systemClock, toleranceSeconds }: WebhookOptions,
): void {
  const tolerance = toleranceSeconds ?? defaultTolerance
  if (!/^\d{1,12}$/.test(seconds)) throw new InputError(errorCatalogue, 'feedback.webhook.header')
  const off = Math.abs(secondsOf(clock.now()) - Number(seconds))
  if (off <= tolerance) return
  const params = { seconds: tolerance }
  throw new InputError(errorCatalogue, 'feedback.webhook.time', { params })
}

function notificationIn(body: Uint8Array): FeedbackNotification {
  try {
    return feedbackNotificationSchema.parse(JSON.parse(fromUtf8(body)))
  } catch (cause) {
    throw new ParseError(errorCatalogue, 'feedback.webhook.body', { cause })
  }
}

/**
 * Opens a message of the platform: signature first, then time, then content. Give the body as it came,
 * byte by byte. It establishes that whoever holds the secret sent it; load the item for what it holds.
 *
 * @throws InputError `feedback.webhook.header`, `feedback.webhook.signature`, `feedback.webhook.time`,
 *   `feedback.webhook.secret`
 * @throws ParseError `feedback.webhook.body`
 */
export async function openWebhook(
  body: string | Uint8Array,
  headers: WebhookHeadersLike,
  options: WebhookOptions,
): Promise<OpenedWebhook> {
  const id = headerOf(headers, 'webhook-id')
  const seconds = headerOf(headers, 'webhook-timestamp')
  const given = signaturesIn(headerOf(headers, 'webhook-signature'))
  const bytes = typeof body === 'string' ? utf8(body) : body
  const crypto = options.crypto ?? systemWorld.crypto
  let holds = false
  for (const key of options.secrets.map(keyOf)) {
    const right = await signatureOver({ crypto }, { key, id, seconds, body: bytes })
    for (const one of given) holds = sameCode(one, right) || holds
  }
  if (!holds) throw new InputError(errorCatalogue, 'feedback.webhook.signature')
  checkTime(seconds, options)
  const notification = notificationIn(bytes)
  return { id, repeated: (await options.seen?.(id)) ?? false, notification }
}
