import { type AbortSignalLike, InputError, toBase64, type Uuid } from '@tiemchung/core'
import type { Http } from '@tiemchung/http'
import {
  type Evidence,
  evidenceSchema,
  type FeedbackItem,
  type FeedbackRequest,
  feedbackItemSchema,
  feedbackRequestSchema,
  parseWith,
} from '@tiemchung/schemas'
import { submittedSchema } from '@tiemchung/schemas/wire'
import { errorCatalogue } from '../errors.js'
import type { FeedbackPolicy } from '../rules/policy/feedback-policy.js'
import { feedbackPolicy9458 } from '../rules/policy/feedback-policy-9458.js'
import { checkEvidence } from '../evidence/check-evidence.js'
import { cleanEvidence } from '../evidence/clean-evidence.js'
import { sniffMediaType } from '../evidence/sniff-media-type.js'
import { type FeedbackWorld, systemWorld } from '../world.js'

/** What the client stands on. */
export interface CitizenClientOptions extends Partial<FeedbackWorld> {
  readonly http: Http
  /** Default: 9458/BYT-CNTT. */
  readonly policy?: FeedbackPolicy
}

/** What every call can say. */
export interface CallOptions {
  readonly signal?: AbortSignalLike
}

/** How a citizen follows an item: the reference and the phone that it was sent with. */
export interface Follow {
  readonly id: Uuid
  readonly reference: string
  readonly phone: string
}

/** The citizen's side of feedback. Sending the same item or file twice changes nothing. */
export interface CitizenClient {
  /** Sends the report; a one-time code goes to the reporter's phone. */
  submit(request: FeedbackRequest, options?: CallOptions): Promise<{ id: Uuid; reference: string }>
  /** Sends a photo or PDF, after its kind and size were checked; of a photo only the picture (`cleanEvidence`). */
  attach(id: Uuid, evidenceId: Uuid, bytes: Uint8Array, options?: CallOptions): Promise<Evidence>
  /** Confirms with the one-time code; only then does the item count as received. */
  confirm(id: Uuid, code: string, options?: CallOptions): Promise<FeedbackItem>
  /** The item as it stands. */
  follow(by: Follow, options?: CallOptions): Promise<FeedbackItem>
}

async function digestOf(bytes: Uint8Array, world: FeedbackWorld): Promise<string> {
  return `sha-256=:${toBase64(await world.crypto.digest('SHA-256', bytes))}:`
}

function mediaTypeOf(bytes: Uint8Array, policy: FeedbackPolicy): string {
  const issues = checkEvidence(bytes, policy)
  const mediaType = sniffMediaType(bytes)
  if (issues.length === 0 && mediaType !== undefined) return mediaType
  throw new InputError(errorCatalogue, 'feedback.evidence', { issues })
}

/**
 * A client for people who report wrong vaccination data.
 *
 * @throws ParseError `schema.invalid` with an issue for each field, before anything is sent
 * @throws InputError `feedback.evidence` with its issues, before anything is sent
 * @throws HttpError what `@tiemchung/http` throws
 */
export function citizenClient(options: CitizenClientOptions): CitizenClient {
  const { http, policy = feedbackPolicy9458 } = options
  const world: FeedbackWorld = { crypto: options.crypto ?? systemWorld.crypto }
  return {
    submit: async (request, call = {}) => {
      const body = parseWith(feedbackRequestSchema, request)
      return http.put(`/v1/feedback/${body.id}`, {
        ...call,
        body,
        schema: submittedSchema,
        idempotencyKey: body.id,
      })
    },
    attach: async (id, evidenceId, given, call = {}) => {
      const bytes = cleanEvidence(given)
      const mediaType = mediaTypeOf(bytes, policy)
      return http.put(`/v1/feedback/${id}/evidence/${evidenceId}`, {
        ...call,
        body: bytes,
        headers: { 'content-type': mediaType, 'content-digest': await digestOf(bytes, world) },
        schema: evidenceSchema,
        idempotencyKey: evidenceId,
      })
    },
    confirm: (id, code, call = {}) =>
      http.post(`/v1/feedback/${id}/confirmation`, {
        ...call,
        body: { code },
        schema: feedbackItemSchema,
      }),
    follow: ({ id, reference, phone }, call = {}) =>
      http.get(`/v1/feedback/${id}`, {
        ...call,
        headers: { 'x-feedback-reference': reference, 'x-feedback-phone': phone },
        schema: feedbackItemSchema,
      }),
  }
}
