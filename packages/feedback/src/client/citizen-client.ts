import { InputError, type Uuid } from '@tiemchung/core'
import type { Http } from '@tiemchung/http'
import {
  type Evidence,
  type FeedbackItem,
  type FeedbackRequest,
  feedbackItemSchema,
  feedbackRequestSchema,
  type FeedbackSupplement,
  parseWith,
} from '@tiemchung/schemas'
import {
  type NoticedDose,
  noticedDoseSchema,
  submittedSchema,
  supplementFeedbackSchema,
} from '@tiemchung/schemas/wire'
import { errorCatalogue } from '../errors.js'
import { noticeReference } from '../notice/notice-link.js'
import type { FeedbackPolicy } from '../rules/policy/feedback-policy.js'
import { feedbackPolicy9458 } from '../rules/policy/feedback-policy-9458.js'
import { type FeedbackWorld, systemWorld } from '../world.js'
import { type CallOptions, type Follow, ownHeaders } from './call-options.js'
import { orConflict } from './conflict/feedback-conflict.js'
import { evidenceFile } from './upload/evidence-file.js'
import { putEvidence } from './upload/put-evidence.js'
import { uploadEvidence, type UploadOptions } from './upload/upload-evidence.js'

/** What the client stands on. */
export interface CitizenClientOptions extends Partial<FeedbackWorld> {
  readonly http: Http
  /** Default: 9458/BYT-CNTT. */
  readonly policy?: FeedbackPolicy
}

/** What a reporter adds to an item; at least one of the two. */
export type Supplement = Pick<FeedbackSupplement, 'note' | 'claimed'>

/** The citizen's side of feedback. Sending the same item or file twice changes nothing. */
export interface CitizenClient {
  /** Sends the report; a one-time code goes to the reporter's phone. */
  submit(request: FeedbackRequest, options?: CallOptions): Promise<{ id: Uuid; reference: string }>
  /**
   * Sends a photo or PDF in one go, after its kind and size were checked; of a photo only the picture
   * (`cleanEvidence`). The platform takes it from those alone who may follow the item.
   */
  attach(by: Follow, evidenceId: Uuid, bytes: Uint8Array, options?: CallOptions): Promise<Evidence>
  /** As `attach`, piece by piece: it tells how far it has come, and goes on where a cut line left it. */
  upload(
    by: Follow,
    evidenceId: Uuid,
    bytes: Uint8Array,
    options?: UploadOptions,
  ): Promise<Evidence>
  /**
   * Has another one-time code sent to the reporter's phone; the one before counts no more. The platform sends so
   * many an hour and telephone, and says when it sends again.
   *
   * @throws FeedbackConflict when there is nothing left to confirm
   */
  resendCode(by: Follow, options?: CallOptions): Promise<void>
  /** Confirms with the one-time code; only then does the item count as received. */
  confirm(id: Uuid, code: string, options?: CallOptions): Promise<FeedbackItem>
  /** The item of a reference, where its id is not at hand: on another device. */
  find(by: Pick<Follow, 'reference' | 'phone'>, options?: CallOptions): Promise<FeedbackItem>
  /** The item as it stands. */
  follow(by: Follow, options?: CallOptions): Promise<FeedbackItem>
  /** Adds to an item until it is decided; what was asked for is answered with it. */
  supplement(by: Follow, supplement: Supplement, options?: CallOptions): Promise<FeedbackItem>
  /** Takes an item back until it is decided. */
  withdraw(by: Follow, options?: CallOptions): Promise<FeedbackItem>
  /** The dose that a notice is about: by its address or its reference. No person is in it. */
  notice(link: string, options?: CallOptions): Promise<NoticedDose>
}

function referenceIn(link: string): string {
  const reference = noticeReference(link.includes('#') ? link : `#${link}`)
  if (reference !== undefined) return reference
  throw new InputError(errorCatalogue, 'feedback.notice.reference')
}

/** What reporters do to the item that they have sent. */
function ownActs(http: Http): Pick<CitizenClient, 'supplement' | 'withdraw' | 'resendCode'> {
  const act = (by: Follow, verb: string, call: CallOptions, body?: object) =>
    orConflict((onProblem) =>
      http.post(`/v1/feedback/${by.id}/${verb}`, {
        ...call,
        ...(body === undefined ? {} : { body }),
        headers: ownHeaders(by),
        schema: feedbackItemSchema,
        onProblem,
      }),
    )
  return {
    supplement: async (by, supplement, call = {}) =>
      act(by, 'supplements', call, parseWith(supplementFeedbackSchema, supplement)),
    withdraw: async (by, call = {}) => act(by, 'withdrawal', call),
    resendCode: async (by, call = {}) => {
      await orConflict((onProblem) =>
        http.post(`/v1/feedback/${by.id}/code`, {
          ...call,
          headers: ownHeaders(by),
          schema: submittedSchema,
          onProblem,
        }),
      )
    },
  }
}

/** Files that go with an item. */
function files(
  http: Http,
  policy: FeedbackPolicy,
  world: FeedbackWorld,
): Pick<CitizenClient, 'attach' | 'upload'> {
  return {
    attach: async (by, evidenceId, given, call = {}) => {
      const file = await evidenceFile(evidenceId, given, policy, world)
      return putEvidence(http, by.id, file, { ...call, headers: ownHeaders(by) })
    },
    upload: async (by, evidenceId, given, call = {}) => {
      const file = await evidenceFile(evidenceId, given, policy, world)
      await uploadEvidence(http, by.id, file, { ...call, headers: ownHeaders(by) })
      return file.evidence
    },
  }
}

/**
 * A client for people who report wrong vaccination data.
 *
 * @throws ParseError `schema.invalid` with an issue for each field, before anything is sent
 * @throws InputError `feedback.evidence` with its issues, `feedback.notice.reference`, before anything is sent
 * @throws FeedbackConflict when the item was decided before a supplement or a withdrawal came
 * @throws HttpError what `@tiemchung/http` throws
 */
export function citizenClient(options: CitizenClientOptions): CitizenClient {
  const { http, policy = feedbackPolicy9458, ...given } = options
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
    ...files(http, policy, { ...systemWorld, ...given }),
    confirm: (id, code, call = {}) =>
      http.post(`/v1/feedback/${id}/confirmation`, {
        ...call,
        body: { code },
        schema: feedbackItemSchema,
      }),
    find: (by, call = {}) =>
      http.get('/v1/feedback/own', {
        ...call,
        headers: ownHeaders(by),
        schema: feedbackItemSchema,
      }),
    follow: (by, call = {}) =>
      http.get(`/v1/feedback/${by.id}`, {
        ...call,
        headers: ownHeaders(by),
        schema: feedbackItemSchema,
      }),
    ...ownActs(http),
    notice: async (link, call = {}) =>
      http.get(`/v1/notices/${referenceIn(link)}`, { ...call, schema: noticedDoseSchema }),
  }
}
