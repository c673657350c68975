import { concatBytes, toBase64, utf8 } from '@tiemchung/core'
import { type FeedbackWorld, systemWorld } from '../world.js'
import { hmacSha256 } from './hmac.js'
import { keyOf } from './secret.js'

/** What a message is signed as. */
export interface SignedAs {
  /** `whsec_` and base64. */
  readonly secret: string
  /** Id of the message; the same each time it is sent again. */
  readonly id: string
  readonly at: Date
}

/** Headers of a signed message (Standard Webhooks 1.0). */
export interface WebhookHeaders {
  readonly 'webhook-id': string
  readonly 'webhook-timestamp': string
  readonly 'webhook-signature': string
}

/** Seconds since 1970, as the header has them. */
export const secondsOf = (at: Date): number => Math.floor(at.getTime() / 1000)

/** The signature over id, time and body. */
export function signatureOver(
  { crypto }: Pick<FeedbackWorld, 'crypto'>,
  { key, id, seconds, body }: { key: Uint8Array; id: string; seconds: string; body: Uint8Array },
): Promise<Uint8Array> {
  return hmacSha256(crypto, key, concatBytes(utf8(`${id}.${seconds}.`), body))
}

/**
 * Signs a message as the platform does, to send one or to test a receiver. The body is signed byte by byte
 * as it is sent.
 *
 * @throws InputError `feedback.webhook.secret`
 */
export async function signWebhook(
  body: string | Uint8Array,
  { secret, id, at }: SignedAs,
  world: Pick<FeedbackWorld, 'crypto'> = systemWorld,
): Promise<WebhookHeaders> {
  const seconds = String(secondsOf(at))
  const bytes = typeof body === 'string' ? utf8(body) : body
  const signature = await signatureOver(world, { key: keyOf(secret), id, seconds, body: bytes })
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${toBase64(signature)}`,
  }
}
