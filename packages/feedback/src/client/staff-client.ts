import { HttpError, toHex, type Uuid } from '@tiemchung/core'
import type { Http, Pages } from '@tiemchung/http'
import {
  type FeedbackDecision,
  type FeedbackItem,
  type FeedbackState,
  feedbackItemSchema,
  type Handler,
  parseWith,
} from '@tiemchung/schemas'
import { askFeedbackSchema, passOnFeedbackSchema } from '@tiemchung/schemas/wire'
import { errorCatalogue } from '../errors.js'
import type { FeedbackReport } from '../report/feedback-report.js'
import { reportSchema } from '../report/read-report.js'
import { type FeedbackWorld, systemWorld } from '../world.js'
import type { CallOptions } from './call-options.js'
import { orConflict } from './conflict/feedback-conflict.js'
import { type WatchedChange, watchFeedback, type WatchOptions } from './watch/watch-feedback.js'

/** What the client stands on. */
export interface StaffClientOptions extends Partial<Pick<FeedbackWorld, 'crypto'>> {
  readonly http: Http
}

/** Which items of a queue. */
export interface QueueFilter {
  readonly unit: string
  readonly state?: FeedbackState
  /** Those of the units below too, to read and not to act on. */
  readonly below?: boolean
  /** Items of one page, 1 to 500. Default: as many as the platform gives. */
  readonly limit?: number
}

/** The staff's side of feedback. Every act names the revision it was decided on. */
export interface StaffClient {
  /** The items of a unit and those that it may take, oldest first, page by page. */
  queue(filter: QueueFilter, options?: CallOptions): Pages<FeedbackItem>
  /**
   * Changes of the items that one's own desk may see, as they come. Read the queue first, then watch; load
   * an item that changed, as no person is in a change. It goes on over broken lines until it is left.
   */
  watch(options?: WatchOptions): AsyncIterable<WatchedChange>
  /** One item, as it stands. */
  load(id: Uuid, options?: CallOptions): Promise<FeedbackItem>
  take(item: FeedbackItem, options?: CallOptions): Promise<FeedbackItem>
  /** Gives it to another desk; the clock runs on. */
  passOn(item: FeedbackItem, to: Handler, options?: CallOptions): Promise<FeedbackItem>
  /** Asks the reporter for more, in words for them. */
  ask(item: FeedbackItem, asks: string, options?: CallOptions): Promise<FeedbackItem>
  decide(
    item: FeedbackItem,
    decision: FeedbackDecision,
    options?: CallOptions,
  ): Promise<FeedbackItem>
  /** Says by hand which amendment an approved item led to, where the platform did not see it by itself. */
  resolve(item: FeedbackItem, amendmentId: Uuid, options?: CallOptions): Promise<FeedbackItem>
  /** The bytes of a piece of evidence, as they were checked when they came. Show them, run nothing of them. */
  evidence(item: FeedbackItem, evidenceId: Uuid, options?: CallOptions): Promise<Uint8Array>
  /** How one's own unit and those below it stand; `reportPage` and `reportCsv` of `/report` print it. */
  report(options?: CallOptions): Promise<FeedbackReport>
}

/** What officers do to an item. */
function acts(http: Http): Pick<StaffClient, 'take' | 'passOn' | 'ask' | 'decide' | 'resolve'> {
  const act = async (
    { id, revision }: FeedbackItem,
    verb: string,
    body: object,
    call: CallOptions,
  ): Promise<FeedbackItem> =>
    orConflict((onProblem) =>
      http.post(`/v1/feedback/${id}/${verb}`, {
        ...call,
        body: { revision, ...body },
        schema: feedbackItemSchema,
        onProblem,
      }),
    )
  return {
    take: (item, call = {}) => act(item, 'take', {}, call),
    passOn: async (item, to, call = {}) => {
      const { revision } = item
      return act(item, 'pass-on', parseWith(passOnFeedbackSchema, { revision, to }), call)
    },
    ask: async (item, asks, call = {}) => {
      const { revision } = item
      return act(item, 'question', parseWith(askFeedbackSchema, { revision, asks }), call)
    },
    decide: (item, decision, call = {}) => act(item, 'decision', { decision }, call),
    resolve: (item, amendmentId, call = {}) => act(item, 'resolution', { amendmentId }, call),
  }
}

/**
 * A client for those who handle feedback.
 *
 * @throws FeedbackConflict (`feedback.conflict`) when somebody else acted on the item first; its `current` is
 *   the item as it stands
 * @throws HttpError `feedback.evidence.digest` when a file is not what was checked; what `@tiemchung/http` throws
 */
export function staffClient({
  http,
  crypto = systemWorld.crypto,
}: StaffClientOptions): StaffClient {
  return {
    queue: (filter, call = {}) =>
      http.pages('/v1/feedback', { ...call, query: { ...filter }, schema: feedbackItemSchema }),
    load: (id, call = {}) =>
      http.get(`/v1/feedback/${id}/item`, { ...call, schema: feedbackItemSchema }),
    watch: (options = {}) => watchFeedback(http, options),
    ...acts(http),
    report: (call = {}) => http.get('/v1/feedback/report', { ...call, schema: reportSchema }),
    evidence: async (item, evidenceId, call = {}) => {
      const path = `/v1/feedback/${item.id}/evidence/${evidenceId}`
      const bytes = await http.get(path, { ...call, as: 'bytes' })
      const known = item.evidence.find(({ id }) => id === evidenceId)
      const sha256 = toHex(await crypto.digest('SHA-256', bytes))
      if (known?.sha256 === sha256) return bytes
      throw new HttpError(errorCatalogue, 'feedback.evidence.digest')
    },
  }
}
