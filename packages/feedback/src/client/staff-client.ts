import { HttpError, hasCode, type Uuid } from '@tiemchung/core'
import type { Http, Pages } from '@tiemchung/http'
import {
  type FeedbackDecision,
  type FeedbackItem,
  type FeedbackState,
  feedbackItemSchema,
} from '@tiemchung/schemas'
import { errorCatalogue } from '../errors.js'
import type { CallOptions } from './citizen-client.js'

/** The staff's side of feedback. Every act names the revision it was decided on. */
export interface StaffClient {
  /** The items of a unit, oldest first, page by page. */
  queue(filter: { unit: string; state?: FeedbackState }, options?: CallOptions): Pages<FeedbackItem>
  take(item: FeedbackItem, options?: CallOptions): Promise<FeedbackItem>
  decide(
    item: FeedbackItem,
    decision: FeedbackDecision,
    options?: CallOptions,
  ): Promise<FeedbackItem>
  /** Says which amendment an approved item led to. */
  resolve(item: FeedbackItem, amendmentId: Uuid, options?: CallOptions): Promise<FeedbackItem>
}

/** A 409 becomes the conflict that it is; everything else goes on as it came. */
function explainConflict(caught: unknown): never {
  if (hasCode(caught, 'http.status') && (caught as HttpError).status === 409) {
    const { status = 409, requestId } = caught as HttpError
    throw new HttpError(errorCatalogue, 'feedback.conflict', {
      status,
      cause: caught,
      ...(requestId === undefined ? {} : { requestId }),
    })
  }
  throw caught
}

/**
 * A client for those who handle feedback.
 *
 * @throws HttpError `feedback.conflict` when somebody else acted on the item first; load it again
 */
export function staffClient({ http }: { readonly http: Http }): StaffClient {
  const act = async (
    item: FeedbackItem,
    verb: string,
    body: object,
    call: CallOptions,
  ): Promise<FeedbackItem> =>
    http
      .post(`/v1/feedback/${item.id}/${verb}`, {
        ...call,
        body: { revision: item.revision, ...body },
        schema: feedbackItemSchema,
      })
      .catch(explainConflict)
  return {
    queue: (filter, call = {}) =>
      http.pages('/v1/feedback', { ...call, query: { ...filter }, schema: feedbackItemSchema }),
    take: (item, call = {}) => act(item, 'take', {}, call),
    decide: (item, decision, call = {}) => act(item, 'decision', { decision }, call),
    resolve: (item, amendmentId, call = {}) => act(item, 'resolution', { amendmentId }, call),
  }
}
